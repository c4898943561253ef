import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { doubtfulRecords } from '../../../pipeline/load/formats/csv/bulk/doubtful-records.ts';
import type { Doubtful } from '../../../pipeline/load/formats/csv/bulk/scan-csv.ts';
import { tempFolder } from '../../temp-folder.ts';
import { csv } from '../declare.ts';

it.each([true, false])('gives the cells of doubtful records, near each other or far; their text kept by the scan: %s', async kept => {
  const file = join(await tempFolder(), 'extract');
  const far = 'x'.repeat(400_000);
  const bytes = Buffer.from(`å;1\n"a;b\n""c""";2\n\n${far};3\nö;4\n`);
  await writeFile(file, bytes);
  const at = (text: string): Doubtful => {
    const from = bytes.indexOf(text);
    return { from, to: from + Buffer.byteLength(text), line: 0, lines: 1, text: kept ? text : null };
  };
  const records = ['å;1', '"a;b\n""c""";2', '', `${far};3`, 'ö;4'].map(at);
  const found: string[][] = [];
  for await (const { cells } of doubtfulRecords(file, records, csv({ delimiter: ';' }))) found.push(cells);
  expect(found).toEqual([['å', '1'], ['a;b\n"c"', '2'], [''], [far, '3'], ['ö', '4']]);
});
