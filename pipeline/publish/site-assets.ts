import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { isPacked, PACKED } from '../contract/packed.ts';
import type { BrowserBundle, RenderedFile } from '../words/stages.ts';
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
    files: await Promise.all(files.map(path => readAsset(folder, path))),
  };
}

/** A file of the bundle with its compressed copies: the build makes them, as small as can be, since it is done once. */
async function readAsset(folder: string, path: string): Promise<RenderedFile> {
  const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(`${folder}/${name}`));
  const bytes = await read(path);
  if (!isPacked(path, bytes.length)) return { path, bytes };
  const packed = Object.values(PACKED).map(async ending => [ending, await read(`${path}${ending}`)] as const);
  return { path, bytes, packed: Object.fromEntries(await Promise.all(packed)) };
}

async function readManifest(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new ExpectedError(`the pages' scripts are not built: ${path} is missing; run \`npm run build\` first`, { cause: error });
  }
}
