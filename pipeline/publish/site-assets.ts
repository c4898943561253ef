import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RenderedFile } from '../words/stages.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { isBundle } from './engine.ts';

/** One source file of the browser bundle and what it became, paths relative to a tree's root. */
export interface SiteAsset {
  file: string;
  /** Style sheets it brings with it. */
  css: readonly string[];
}

export interface SiteAssets {
  /** By the source's path as Vite names it (`elements/drill.ts`); entries only. */
  entries: Readonly<Record<string, SiteAsset>>;
  /** Every file of the bundle, in path order. */
  files: readonly RenderedFile[];
}

interface ViteChunk {
  file: string;
  isEntry?: boolean;
  css?: readonly string[];
  assets?: readonly string[];
}

/** `dist/site`: beside the bundle's own folder, or in the repository when the sources run. */
const siteFolder = (): string => fileURLToPath(new URL(isBundle() ? '../site' : '../../dist/site', import.meta.url));

/** The browser bundle that `npm run build` made. Throws ExpectedError where it has not been built. */
export async function siteAssets(folder: string = siteFolder()): Promise<SiteAssets> {
  const chunks = await readViteManifest(`${folder}/.vite/manifest.json`);
  const paths = new Set(Object.values(chunks).flatMap(chunk => [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]));
  const files = await Promise.all(
    [...paths].sort().map(async path => ({ path, bytes: new Uint8Array(await readFile(`${folder}/${path}`)) })),
  );
  const entries = Object.entries(chunks).filter(([, chunk]) => chunk.isEntry === true);
  return { entries: Object.fromEntries(entries.map(([source, { file, css }]) => [source, { file, css: css ?? [] }])), files };
}

async function readViteManifest(path: string): Promise<Record<string, ViteChunk>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, ViteChunk>;
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new ExpectedError(`the pages' scripts are not built: ${path} is missing; run \`npm run build\` first`, { cause: error });
  }
}
