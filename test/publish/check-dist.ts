import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { sha256 } from '../../pipeline/publish/content-digest.ts';

const AUDIENCES = ['public', 'internal'] as const;
/** Rewritten in place, or served beside. */
const OUTSIDE = /(^|\/)status\.(json|js)$/;
const TOMBSTONE = ['404.html', 'index.html'];

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * What a reader may meet in a dist, held file by file against manifests: what `current` leads to (`whole`, `withdrawn` or `nothing`), and all that is
 * wrong anywhere. What begins with a point is nobody's; the next run removes it.
 */
export async function checkDist(
  dist: string,
): Promise<{ sees: 'whole' | 'withdrawn' | 'nothing'; edition: string | null; faults: string[] }> {
  const faults: string[] = [];
  const names = (await readdir(`${dist}/editions`)).filter(name => !name.startsWith('.'));
  const withdrawn = new Set((await readdir(`${dist}/withdrawn`).catch(() => [])).map(name => basename(name, '.json')));
  for (const id of names)
    for (const audience of AUDIENCES) faults.push(...(await checkTree(`${dist}/editions/${id}/${audience}`, id, withdrawn)));
  for (const id of await readdir(`${dist}/follow-ups`).catch(() => [])) {
    if (id.startsWith('.')) continue;
    const edition = basename(await readlink(`${dist}/follow-ups/${id}`));
    if (!names.includes(edition) && !withdrawn.has(edition)) faults.push(`follow-up ${id} leads nowhere`);
  }
  const edition = await readlink(`${dist}/current`).then(basename, () => null);
  if (edition === null || !names.includes(edition)) return { sees: 'nothing', edition: null, faults };
  const isWhole = await isThere(`${dist}/current/public/data/manifest.json`);
  return { sees: isWhole ? 'whole' : 'withdrawn', edition, faults };
}

/** A tree whose edition is withdrawn is the page that says so, or still what it was. */
async function checkTree(tree: string, id: string, withdrawn: ReadonlySet<string>): Promise<string[]> {
  const there = (await readdir(tree, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(tree.length + 1))
    .filter(path => !path.split('/').some(part => part.startsWith('.')));
  if (withdrawn.has(id) && !there.includes('data/manifest.json'))
    return there.sort().join() === TOMBSTONE.join() ? [] : [`${tree}: half of a withdrawn edition: ${there.join(', ')}`];
  const manifest = JSON.parse(await readFile(`${tree}/data/manifest.json`, 'utf8')) as Manifest;
  const faults = manifest.edition === id ? [] : [`${tree}: another edition's`];
  const gone = new Set(manifest.inputs.follow_ups.flatMap(followUp => (withdrawn.has(followUp.edition) ? [followUp.id] : [])));
  const isGone = (path: string): boolean => gone.has(/^uppfoljning\/([^/]+)\//.exec(path)?.[1] ?? '');
  const listed = new Map(manifest.files.map(file => [file.path, file.sha256]));
  for (const [path, digest] of listed)
    if (!isGone(path) && (!there.includes(path) || sha256(await readFile(`${tree}/${path}`)) !== digest))
      faults.push(`${tree}/${path} is not as its manifest says`);
  for (const path of there) {
    const [, of, ending] = /^(.*)\.(br|gz)$/.exec(path) ?? [];
    const digest = listed.get(of ?? '') ?? (of !== undefined && there.includes(of) ? sha256(await readFile(`${tree}/${of}`)) : undefined);
    if (digest !== undefined && !isGone(path)) {
      const unpack = ending === 'br' ? brotliDecompressSync : gunzipSync;
      if (sha256(unpack(await readFile(`${tree}/${path}`))) !== digest) faults.push(`${tree}/${path} is no copy of its file`);
    } else if (!listed.has(path) && path !== 'data/manifest.json' && !OUTSIDE.test(path) && !isGone(path))
      faults.push(`${tree}/${path} is in no manifest`);
  }
  for (const path of there.filter(name => name.endsWith('status.json')))
    await readFile(`${tree}/${path}`, 'utf8')
      .then(JSON.parse, () => undefined)
      .catch(() => faults.push(`${tree}/${path} is half-written`));
  return faults;
}
