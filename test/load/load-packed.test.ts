import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { aTown, keptExtracts } from './a-town.ts';
import { column, declare, xlsx } from './declare.ts';
import { codes, columns, CONTENT, counts } from './told.ts';
import { xlsxOf } from '../../demonstration/write-xlsx.ts';
import { zipOf } from '../../demonstration/write-zip.ts';

const source = declare({ columns, kind: 'increment', location: 'in/*' });

it('loads packed deliveries like others, and keeps them as they came', async () => {
  const town = await aTown(declare({ ...source, entry: '*.csv' }));
  const zip = await zipOf({ 'b.csv': 'id,n\nb,2\n', 'läsmig.txt': 'Hej' });
  await town.drop('a.csv.gz', gzipSync('id,n\na,1\n'));
  await town.drop('b.zip', zip);
  await town.drop('c.csv', 'id,n\nc,3\n');
  const loaded = await town.load();
  expect(await town.ask(CONTENT)).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ]);
  expect(counts(loaded)).toEqual([
    ...['a.csv.gz: 1 = 1 + 0 + 0, 0 superseded', 'b.zip: 1 = 1 + 0 + 0, 0 superseded', 'c.csv: 1 = 1 + 0 + 0, 0 superseded'],
  ]);
  const sha256 = createHash('sha256').update(zip).digest('hex');
  expect(loaded.sources[0]!.deliveries[1]).toMatchObject({ name: 'b.zip', sha256, bytes: zip.length });
  expect((await keptExtracts(town)).some(name => name.includes(sha256))).toBe(true);
  expect(await readdir(join(town.project.root, 'spill'))).toEqual([]);
});

it('tells of what cannot be unpacked, and reads the same bytes again under a name that says what they are', async () => {
  const town = await aTown(source);
  const packed = gzipSync('id,n\na,1\n');
  await town.drop('a.csv', packed);
  await town.drop('b.zip', await zipOf({ 'a.csv': 'id,n\n', 'b.csv': 'id,n\n' }));
  await town.drop('c.gz', packed.subarray(0, -4));
  expect(codes(await town.load())).toEqual([
    'hold-metric encoding sources/absence/in/a.csv:1',
    'hold-metric archive-entry sources/absence/in/b.zip:-',
    'hold-metric archive sources/absence/in/c.gz:-',
  ]);
  await town.drop('a.csv.gz', packed);
  await town.load();
  expect(await town.ask(CONTENT)).toEqual([['a', '1']]);
});

it('reads a workbook in an archive', async () => {
  const town = await aTown(declare({ columns: [column('id'), column('n', 'integer')], format: xlsx(), location: 'in/*.zip' }));
  const workbook = await xlsxOf([
    {
      name: 'Blad1',
      rows: [
        ['id', 'n'],
        ['a', 1],
      ],
    },
  ]);
  await town.drop('a.zip', await zipOf({ 'Ärenden.xlsx': workbook }));
  await town.load();
  expect(await town.ask(CONTENT)).toEqual([['a', '1']]);
});
