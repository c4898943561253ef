import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { SiteAssets } from '../../dashboards/render-site.ts';

interface SiteManifest {
  style: string;
  drill: string;
  due: string;
  explore: SiteAssets['explore'];
  offline: string;
  files: string[];
}

export interface BuiltAssets {
  assets: SiteAssets;
  /** Every file that a tree needs, by its path there. */
  files: ReadonlyMap<string, Buffer>;
  /** The service worker's script, which pages know of only where a test keeps them. */
  offline: string;
}

/** The browser bundle, built as it is for publishing, into a folder of its own. */
export async function buildAssets(): Promise<BuiltAssets> {
  const folder = await mkdtemp(join(tmpdir(), 'malbild-site-'));
  try {
    await build({ configFile: 'dashboards/vite.config.ts', logLevel: 'error', build: { outDir: folder } });
    const read = (path: string) => readFile(join(folder, path));
    const manifest = JSON.parse(String(await read('manifest.json'))) as SiteManifest;
    const files = new Map<string, Buffer>();
    for (const path of manifest.files) files.set(path, await read(path));
    const { style, drill, due, explore, offline } = manifest;
    return { assets: { css: String(await read(style)), scripts: { drill, due }, explore }, files, offline };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
