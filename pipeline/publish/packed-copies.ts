import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { isPacked, PACKED, PACKINGS, type Packing } from '../contract/packed.ts';
import { SERVED_QUALITY } from '../contract/served-quality.ts';
import { sha256 as digest } from './content-digest.ts';
import { forEachOf, linkOrCopy } from './files.ts';
import { readManifest } from './read-manifest.ts';
import { isThere } from '../words/missing-files.ts';

const packers: Readonly<Record<Packing, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: bytes =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: SERVED_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: bytes => promisify(gzip)(bytes),
};

const unpackers: Readonly<Record<Packing, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
};

/** The endings of those of a file's compressed copies that are there and do not say what the file said when it was published. */
export async function damagedCopies(file: string, sha256: string): Promise<string[]> {
  const damaged: string[] = [];
  for (const packing of PACKINGS) {
    const copy = `${file}${PACKED[packing]}`;
    if (!(await isThere(copy))) continue;
    const unpacked = await unpackers[packing](await readFile(copy)).catch(() => null);
    if (unpacked === null || digest(unpacked) !== sha256) damaged.push(PACKED[packing]);
  }
  return damaged;
}

/** Links a file, and the compressed copies that lie beside it. */
export async function linkWithCopies(from: string, to: string): Promise<void> {
  await linkOrCopy(from, to);
  for (const ending of Object.values(PACKED)) if (await isThere(`${from}${ending}`)) await linkOrCopy(`${from}${ending}`, `${to}${ending}`);
}

/**
 * Writes the compressed copies that a written tree lacks, beside its files. `made`: where a file with the same bytes (by sha256) has its copies;
 * it is added to. Gives the paths of what was written and not linked.
 */
export async function packTree(tree: string, made: Map<string, string>): Promise<string[]> {
  const { files } = await readManifest(tree);
  const written: string[] = [];
  await forEachOf(
    files.filter(({ path, bytes }) => isPacked(path, bytes)),
    async ({ path, sha256 }) => {
      const file = `${tree}/${path}`;
      const twin = made.get(sha256);
      const lacking: Packing[] = [];
      for (const packing of PACKINGS) if (!(await isThere(`${file}${PACKED[packing]}`))) lacking.push(packing);
      const bytes = twin === undefined && lacking.length > 0 ? await readFile(file) : null;
      for (const packing of lacking) {
        const copy = `${file}${PACKED[packing]}`;
        if (bytes === null) await linkOrCopy(`${twin}${PACKED[packing]}`, copy);
        else {
          await writeFile(copy, await packers[packing](bytes), { flag: 'wx' });
          written.push(copy);
        }
      }
      made.set(sha256, file);
    },
  );
  return written;
}
