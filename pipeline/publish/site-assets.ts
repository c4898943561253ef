import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { BrowserBundle } from '../words/stages.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { isBundle } from './engine.ts';

const codeSize = z.strictObject({ bytes: z.number(), packed: z.number() });

/** What `dashboards/vite.config.ts` says of its output, paths relative to its folder and to a tree's root. */
const bundleManifest = z.strictObject({
  style: z.string(),
  drill: z.string(),
  due: z.string(),
  explore: codeSize,
  offline: z.string(),
  files: z.array(z.string()),
});

/** `dist/site`: beside the bundle's own folder, or in the repository when the sources run. */
const siteFolder = (): string => fileURLToPath(new URL(isBundle() ? '../site' : '../../dist/site', import.meta.url));

/** The browser bundle that `npm run build` made. Throws ExpectedError where it has not been built. */
export async function siteAssets(folder: string = siteFolder()): Promise<BrowserBundle> {
  const { style, drill, due, explore, offline, files } = bundleManifest.parse(JSON.parse(await readManifest(`${folder}/manifest.json`)));
  return {
    css: await readFile(`${folder}/${style}`, 'utf8'),
    scripts: { drill, due, offline },
    explore,
    files: await Promise.all(files.map(async path => ({ path, bytes: new Uint8Array(await readFile(`${folder}/${path}`)) }))),
  };
}

async function readManifest(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new ExpectedError(`the pages' scripts are not built: ${path} is missing; run \`npm run build\` first`, { cause: error });
  }
}
