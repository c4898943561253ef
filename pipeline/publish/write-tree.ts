import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Manifest } from '../contract/manifest.ts';
import type { AudienceName } from '../words/project.ts';
import type { RenderedFile } from '../words/stages.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { unlessMissing } from '../words/missing-files.ts';
import { checkPaths } from './check-paths.ts';
import { digestOfFile, sha256 } from './content-digest.ts';
import { forEachOf } from './files.ts';
import { followUpFiles } from './follow-up-files.ts';
import { keptNames } from './kept-names.ts';
import { linkWithCopies } from './packed-copies.ts';
import { isSamePage, stampPage } from './page-stamp.ts';
import type { LinkedFile, ManifestFile, Publication } from './publication.ts';
import { byPath, editionFolder, MANIFEST } from './publication.ts';
import { readManifest } from './read-manifest.ts';
import { writeStatus } from './status-file.ts';

/** The tree of the edition before: where it is and what it lists, by path. */
interface EarlierFiles {
  folder: string;
  manifest: Manifest;
  files: ReadonlyMap<string, ManifestFile>;
}

/**
 * Writes one audience's tree into `folder`: its files, its follow-ups, what it keeps for the edition before, the manifest last.
 * What is linked brings its compressed copies. Gives the paths of what was written and not linked: those are not on the disk for certain until they are synced.
 */
export async function writeTree(publication: Publication, audience: AudienceName, folder: string): Promise<string[]> {
  const tree = publication.trees[audience];
  const paths = [...tree.files.map(file => file.path), ...tree.same.map(file => file.path)];
  checkPaths(paths);
  const before =
    publication.before === null ? null : await readEarlierFiles(`${editionFolder(publication.dist, publication.before)}/${audience}`);

  const listed: ManifestFile[] = [];
  const written: string[] = [];
  await makeFoldersFor(folder, [MANIFEST, ...paths]);
  await forEachOf(tree.files, async file => {
    const bytes = await printedBytes(publication, file, before);
    const entry = { path: file.path, sha256: sha256(bytes), bytes: bytes.byteLength };
    listed.push(entry);
    const earlier = before?.files.get(file.path)?.sha256 === entry.sha256 ? `${before.folder}/${file.path}` : null;
    // A damaged file is not handed on.
    if (earlier !== null && (await digestOfFile(earlier)) === entry.sha256) return linkWithCopies(earlier, `${folder}/${file.path}`);
    for (const [ending, content] of Object.entries({ '': bytes, ...file.packed })) {
      await writeFile(`${folder}/${file.path}${ending}`, content, { flag: 'wx' });
      written.push(`${folder}/${file.path}${ending}`);
    }
  });
  await forEachOf(tree.same, async ({ path }) => {
    listed.push(before!.files.get(path)!);
    await linkWithCopies(`${before!.folder}/${path}`, `${folder}/${path}`);
  });

  const links: LinkedFile[] = before ? await keptNames(before.folder, before.manifest, new Set(listed.map(file => file.path))) : [];
  for (const followUp of tree.followUps) links.push(...(await followUpFiles(publication.dist, followUp, audience)));
  await makeFoldersFor(
    folder,
    links.map(link => link.path),
  );
  await forEachOf(links, async ({ from, path }) => {
    if ((await unlessMissing(linkWithCopies(from, `${folder}/${path}`).then(() => true))) === null)
      throw new ExpectedError(`an earlier edition cannot be read: ${from} is missing`);
  });
  listed.push(...links.flatMap(({ path, outside, sha256, bytes }) => (outside ? [] : [{ path, sha256, bytes }])));

  await writeStatus(folder, tree.status);
  const manifest: Manifest = { ...tree.manifest, files: listed.sort(byPath) };
  await writeFile(`${folder}/${MANIFEST}`, `${JSON.stringify(manifest)}\n`, { flag: 'wx' });
  return [...written, `${folder}/${MANIFEST}`];
}

async function readEarlierFiles(folder: string): Promise<EarlierFiles> {
  const manifest = await readManifest(folder);
  return { folder, manifest, files: new Map(manifest.files.map(file => [file.path, file])) };
}

/** A page as it was where it differs in nothing but its stamp, else with this edition's stamp; any other file as rendered. */
async function printedBytes(publication: Publication, { path, bytes }: RenderedFile, before: EarlierFiles | null): Promise<Uint8Array> {
  if (!path.endsWith('.html')) return bytes;
  const page = Buffer.from(bytes).toString('utf8');
  if (before?.files.has(path)) {
    const earlier = await unlessMissing(readFile(`${before.folder}/${path}`));
    if (earlier !== null && isSamePage(page, publication.tokens, earlier.toString('utf8'))) return earlier;
  }
  return Buffer.from(stampPage(page, publication.tokens, { edition: publication.id, date: publication.date }));
}

async function makeFoldersFor(folder: string, paths: readonly string[]): Promise<void> {
  for (const inside of new Set(paths.map(path => dirname(path)))) await mkdir(`${folder}/${inside}`, { recursive: true });
}
