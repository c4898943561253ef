import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { effectsAt } from '../effects-at.ts';
import { tempFolder } from '../temp-folder.ts';

/** Numbers that stand nowhere else. */
const HIDDEN = 7_300_417;
const SHOWN = 7_300_453;
const REJECTED = '7300423';
const DROPPED = '7300431';

const FILES: Readonly<Record<string, string>> = {
  'malbild.yaml': `name: Lillby kommun
code: "9902"
as_of: 2026-04-20
time_zone: Europe/Stockholm
calendar: { grains: [month, year] }
place: organisation
dimensions:
  organisation: { name: Organisation, members: { NORR: Norra nämnden, SYD: Södra nämnden, ÖST: Östra nämnden } }
`,
  'sources/aid/source.yaml': `id: aid
name: Bistånd
owner: Kansliet
class: personal
location: in/*.csv
name_pattern: '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: period
covers: name.period
cadence: { every: month, due: 10 days after period }
format: { type: csv, encoding: utf-8, delimiter: ";", decimal: "," }
columns:
  Månad: { name: month, type: month, required: true, key: true }
  Nämnd: { name: board, type: text, required: true, key: true }
  Personer: { name: people, type: integer, required: true }
  Belopp: { name: amount, type: integer, required: true }
  Ärende: { name: case_number, type: text, personal: drop }
`,
  'sources/aid/in/2026-03_2026-04-07.csv': `Månad;Nämnd;Personer;Belopp;Ärende
2026-03;NORR;2;${HIDDEN};A-${DROPPED}
2026-03;SYD;30;${SHOWN};A-1
2026-03;ÖST;6;1000;A-3
2026-03;VÄST;4;x${REJECTED};A-2
`,
  'sql/staging/aid.sql': 'select _row, month, board as organisation, people, amount from raw.aid\n',
  'sql/marts/aid.sql': '-- grain: one board and month\nfrom staging.aid\n',
  'sql/metrics/aid.sql': `/*
id: aid
name: Bistånd
question: Hur mycket betalas ut?
decision: Budget
unit: sek
desired: none
measure: sum(amount)
population: sum(people)
time: month
windows: [period, ytd]
audience: public
*/
from marts.aid
`,
};

/** A published tree's files, Parquet as the text of its rows, everything else as its bytes. */
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
    if (path.endsWith('.parquet'))
      found.set(`${path.slice(tree.length + 1)} rows`, Buffer.from(String(await rows(warehouse, `from read_parquet('${path}')`))));
  }
  warehouse.closeSync();
  return found;
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
  const project = await tempFolder();
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  const out = join(project, 'dist');
  const result = await runPipeline({ project, out, asOf: null, rehash: false }, effectsAt(new Date('2027-01-15T09:00:00Z')));
  expect(result).toMatchObject({ outcome: 'published', problems: [], counts: { loaded: 3, rejected: 1 } });
  const files = await filesOf(`${out}/current/public`);
  const holding = (digits: string): string[] => [...files].filter(([, bytes]) => isIn(bytes, digits)).map(([path]) => path);
  // What is shown is found in every kind of file, so a hidden one would be.
  const kinds = new Set(holding(String(SHOWN)).map(path => /\.(\w+)( rows)?$/.exec(path)?.[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(['.html', '.json', '.csv', '.arrow', '.parquet rows']));
  for (const digits of [String(HIDDEN), DROPPED, REJECTED]) expect(holding(digits)).toEqual([]);
});
