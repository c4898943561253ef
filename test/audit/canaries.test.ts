import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { effectsAt } from '../effects-at.ts';
import { openZip } from '../../pipeline/load/packed/open-zip.ts';
import { readPdf } from '../browser/read-pdf.ts';
import { tempFolder } from '../temp-folder.ts';
import { DROPPED, HIDDEN, REJECTED, SHOWN, writeTown } from './canary-town.ts';

/** A published tree's files as their bytes; Parquet also as the text of its rows, PDF as that of its sheets, XLSX as its parts; compressed copies unpacked. */
async function filesOf(tree: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const warehouse = await openWarehouse(await tempFolder());
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    found.set(
      path.slice(tree.length + 1),
      path.endsWith('.br') ? brotliDecompressSync(bytes) : path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    );
    const decoded = (as: string, text: string) => found.set(`${path.slice(tree.length + 1)} ${as}`, Buffer.from(text));
    if (path.endsWith('.parquet')) decoded('rows', String(await rows(warehouse, `from read_parquet('${path}')`)));
    if (path.endsWith('.pdf')) decoded('text', await textOfPdf(path));
    if (path.endsWith('.xlsx')) decoded('parts', await partsOf(path));
  }
  warehouse.closeSync();
  return found;
}

async function textOfPdf(path: string): Promise<string> {
  const { sheets } = await readPdf(await readFile(path));
  return sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join('\n');
}

async function partsOf(path: string): Promise<string> {
  const zip = await openZip(path);
  const parts: string[] = [];
  for (const file of zip.files) parts.push((await buffer(zip.read(file))).toString());
  zip.close();
  return parts.join('\n');
}

/** Digits as they may be written: together, in groups of three as pages print them, or as a number in a binary file. */
function isIn(bytes: Buffer, digits: string): boolean {
  const [a, b, c] = [digits.slice(0, 1), digits.slice(1, 4), digits.slice(4)];
  const space = '(?:[\\s.,\\u00a0\\u202f]|&nbsp;|&#160;|&#8239;)?';
  if (new RegExp(`${a}${space}${b}${space}${c}`).test(bytes.toString('utf8'))) return true;
  const binary = [Buffer.alloc(8), Buffer.alloc(4)];
  binary[0]!.writeDoubleLE(Number(digits));
  binary[1]!.writeInt32LE(Number(digits));
  return binary.some(written => bytes.includes(written));
}

it('has no hidden number, no dropped column and no rejected text in any byte of the public tree', async () => {
  const project = await writeTown();
  const out = join(project, 'dist');
  const result = await runPipeline(
    { project, out, asOf: null, rehash: false },
    {
      ...effectsAt(new Date('2027-01-15T09:00:00Z')),
      environment: process.env,
    },
  );
  expect(result).toMatchObject({ outcome: 'published', problems: [], counts: { loaded: 6, rejected: 1 } });
  const files = await filesOf(`${out}/current/public`);
  const holding = (digits: string): string[] => [...files].filter(([, bytes]) => isIn(bytes, digits)).map(([path]) => path);
  // What is shown is found in every kind of file, so a hidden one would be.
  const kinds = new Set(holding(String(SHOWN)).map(path => /\.\w+( rows| text| parts)?$/.exec(path)?.[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(['.html', '.json', '.csv', '.arrow', '.parquet rows', '.pdf text', '.xlsx parts']));
  for (const digits of [String(HIDDEN), DROPPED, REJECTED]) expect(holding(digits)).toEqual([]);
});
