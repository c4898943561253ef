import { appendFile, mkdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StateError } from '../../pipeline/extract/state-error.ts';
import type { Deliveries } from '../../pipeline/words/delivery.ts';
import { aTown, keptExtracts } from '../load/a-town.ts';
import type { Town } from '../load/a-town.ts';
import { column, declare } from '../load/declare.ts';

const columns = [column('id')];
const plain = declare({ columns });
const dated = declare({ columns, name_pattern: '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$' });

const arrivals = ({ deliveries }: Deliveries) => deliveries.map(({ name, received, sequence }) => `${received} ${sequence} ${name}`);
const ledgerOf = (town: Town) => join(town.state, 'deliveries.jsonl');
const dropped = (town: Town, name: string) => join(town.project.root, 'sources/absence/in', name);
const contents = ({ deliveries }: Deliveries) => Promise.all(deliveries.map(({ path }) => readFile(path, 'utf8')));

describe('extract', () => {
  it('keeps the bytes under their sha256, and says what the name says', async () => {
    const town = await aTown(dated);
    await town.drop('2026-03_2026-04-05.csv', 'id\n1\n');
    const { deliveries, refused } = await town.extract();
    expect(refused).toEqual([]);
    expect(deliveries).toEqual([
      {
        source: 'absence',
        name: '2026-03_2026-04-05.csv',
        received: '2026-04-05',
        sequence: 0,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        period: '2026-03',
        path: join(town.state, 'extracts', deliveries[0]!.sha256),
        bytes: 5,
      },
    ]);
    expect(await keptExtracts(town)).toEqual([deliveries[0]!.sha256]);
  });

  it('leaves the drop folder as it is', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    const before = await stat(dropped(town, 'a.csv'));
    await town.extract();
    expect(await stat(dropped(town, 'a.csv'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  it('takes received from the day it was first seen, in the municipality’s time zone, and keeps it', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    town.now = new Date('2026-10-15T22:30:00Z');
    expect(arrivals(await town.extract())).toEqual(['2026-10-16 0 a.csv']);
    town.now = new Date('2026-12-24T12:00:00Z');
    expect(arrivals(await town.extract())).toEqual(['2026-10-16 0 a.csv']);
  });

  it('counts a name once until its bytes change; A, B, A is three deliveries', async () => {
    const town = await aTown(dated);
    const name = '2026-03_2026-04-05.csv';
    for (const content of ['id\nA\n', 'id\nA\n', 'id\nB\n', 'id\nA\n']) {
      await town.drop(name, content);
      await town.extract();
    }
    const all = await town.extract();
    expect(arrivals(all)).toEqual([`2026-04-05 0 ${name}`, `2026-04-05 1 ${name}`, `2026-04-05 2 ${name}`]);
    expect(await contents(all)).toEqual(['id\nA\n', 'id\nB\n', 'id\nA\n']);
    expect(await keptExtracts(town)).toHaveLength(2);
  });

  it('counts the same bytes under a new name as a delivery', async () => {
    const town = await aTown(dated);
    await town.drop('2026-03_2026-04-05.csv', 'id\n1\n');
    await town.drop('2026-03_2026-04-05_2.csv', 'id\n1\n');
    await town.drop('2026-03_2026-04-12.csv', 'id\n1\n');
    expect(arrivals(await town.extract())).toEqual([
      '2026-04-05 0 2026-03_2026-04-05.csv',
      '2026-04-05 2 2026-03_2026-04-05_2.csv',
      '2026-04-12 0 2026-03_2026-04-12.csv',
    ]);
  });

  it('keeps a file that vanished', async () => {
    const town = await aTown(dated);
    await town.drop('2026-03_2026-04-05.csv', 'id\n1\n');
    await town.extract();
    await town.remove('2026-03_2026-04-05.csv');
    const all = await town.extract();
    expect(await contents(all)).toEqual(['id\n1\n']);
  });

  it('finds the same deliveries anew when the state is deleted, in whatever order the files came', async () => {
    const names = ['2026-01_2026-02-05.csv', '2026-02_2026-03-05.csv', '2026-01_2026-03-05_1.csv'];
    const found: Deliveries[] = [];
    for (const order of [names, [...names].reverse()]) {
      const town = await aTown(dated);
      for (const name of order) {
        await town.drop(name, `id\n${name}\n`);
        if (order === names) await town.extract();
      }
      await town.extract();
      await rm(town.state, { recursive: true });
      town.now = new Date('2027-01-01T00:00:00Z');
      found.push(await town.extract());
    }
    const known = found.map(({ deliveries }) => deliveries.map(delivery => ({ ...delivery, path: null })));
    expect(known[1]).toEqual(known[0]);
    expect(arrivals(found[0]!)).toEqual([
      '2026-02-05 0 2026-01_2026-02-05.csv',
      '2026-03-05 0 2026-02_2026-03-05.csv',
      '2026-03-05 1 2026-01_2026-03-05_1.csv',
    ]);
  });

  it('gives sources in id order, and reads each name by the pattern as it is now', async () => {
    const other = declare({ id: 'a-first', columns });
    const town = await aTown(dated, other);
    await town.drop('2026-03_2026-04-05.csv', 'id\n1\n');
    await town.drop('x.csv', 'id\n1\n', 'a-first');
    expect((await town.extract()).deliveries.map(({ source }) => source)).toEqual(['a-first', 'absence']);
    town.project = { ...town.project, sources: [declare({ columns, name_pattern: '^x' }), other] };
    const all = await town.extract();
    expect(all.deliveries.map(({ source }) => source)).toEqual(['a-first']);
    expect(all.refused).toMatchObject([{ source: 'absence', name: '2026-03_2026-04-05.csv', code: 'name-pattern' }]);
  });

  it('refuses names that do not fit, and counts their bytes as an input', async () => {
    const town = await aTown(dated);
    await town.drop('kopia.csv', 'id\n1\n');
    await town.drop('2026-14_2026-04-05.csv', 'id\n1\n');
    const { deliveries, refused } = await town.extract();
    expect(deliveries).toEqual([]);
    expect(refused).toMatchObject([
      { name: '2026-14_2026-04-05.csv', code: 'period-in-name', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: 'kopia.csv', code: 'name-pattern' },
    ]);
    expect(await keptExtracts(town)).toEqual([]);
  });

  it('refuses a file that cannot be read, and takes the rest', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    await symlink(join(town.project.root, 'nowhere'), dropped(town, 'b.csv'));
    const { deliveries, refused } = await town.extract();
    expect(deliveries.map(({ name }) => name)).toEqual(['a.csv']);
    expect(refused).toEqual([{ source: 'absence', name: 'b.csv', sha256: null, code: 'unreadable', detail: 'ENOENT' }]);
  });

  it('does not read a file again whose size, time and inode are the same, unless told to', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    await town.extract();
    const { atime, mtime } = await stat(dropped(town, 'a.csv'));
    await writeFile(dropped(town, 'a.csv'), 'id\n2\n');
    await utimes(dropped(town, 'a.csv'), atime, mtime);
    expect((await town.extract()).deliveries).toHaveLength(1);
    expect(await contents(await town.extract({ rehash: true }))).toEqual(['id\n1\n', 'id\n2\n']);
  });

  it('notes a file that was touched but not changed, so that it is not read each time', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    await town.extract();
    await town.drop('a.csv', 'id\n1\n');
    expect((await town.extract()).deliveries).toHaveLength(1);
    const ledger = await readFile(ledgerOf(town), 'utf8');
    expect(
      ledger
        .split('\n')
        .filter(Boolean)
        .map(line => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['arrival', 'unchanged']);
    await town.extract();
    expect(await readFile(ledgerOf(town), 'utf8')).toBe(ledger);
  });

  it('takes the bytes again where the state has lost them', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    const [delivery] = (await town.extract()).deliveries;
    await rm(delivery!.path);
    const again = await town.extract();
    expect(again.deliveries).toEqual([delivery]);
    expect(await contents(again)).toEqual(['id\n1\n']);
  });

  it('sweeps out what a killed run left half-copied', async () => {
    const town = await aTown(plain);
    await mkdir(join(town.state, 'extracts'), { recursive: true });
    await writeFile(join(town.state, 'extracts', '.4711.part'), 'half');
    await town.extract();
    expect(await keptExtracts(town)).toEqual([]);
  });
});

describe('the ledger', () => {
  const twoFiles = async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    await town.drop('b.csv', 'id\n2\n');
    await town.extract();
    return town;
  };

  it('survives being cut at any byte of its last line: what was cut off is found anew', async () => {
    const town = await twoFiles();
    const whole = await readFile(ledgerOf(town));
    const second = whole.indexOf('\n') + 1;
    for (const end of [second, second + 1, second + 40, whole.length - 2, whole.length - 1]) {
      await writeFile(ledgerOf(town), whole);
      await truncate(ledgerOf(town), end);
      expect(arrivals(await town.extract())).toEqual(['2026-10-15 0 a.csv', '2026-10-15 0 b.csv']);
      expect(await readFile(ledgerOf(town), 'utf8')).toBe(whole.toString());
    }
  });

  it('survives a last line of zeros, as some file systems leave after a power cut', async () => {
    const town = await twoFiles();
    await appendFile(ledgerOf(town), '\0\0\0\0');
    await town.drop('c.csv', 'id\n3\n');
    expect(arrivals(await town.extract())).toHaveLength(3);
    expect(arrivals(await town.extract())).toHaveLength(3);
  });

  it('stops, naming the line, when an earlier line is broken: those arrivals cannot be known from elsewhere', async () => {
    const town = await twoFiles();
    const whole = await readFile(ledgerOf(town), 'utf8');
    await writeFile(ledgerOf(town), whole.replace('{', ''));
    await expect(town.extract()).rejects.toThrow(StateError);
    await expect(town.extract()).rejects.toThrow(/deliveries\.jsonl:1: not an arrival/);
  });

  it('names an arrival only once its bytes are kept: a state that cannot be written is an error, and then all is found', async () => {
    const town = await aTown(plain);
    await town.drop('a.csv', 'id\n1\n');
    await mkdir(town.state, { recursive: true });
    await symlink(join(town.state, 'no/such/folder'), ledgerOf(town));
    await expect(town.extract()).rejects.toThrow(/deliveries\.jsonl: cannot be written: ENOENT/);
    await rm(ledgerOf(town));
    expect(arrivals(await town.extract())).toEqual(['2026-10-15 0 a.csv']);
  });

  it('leaves the state as it was when extracts cannot be written', async () => {
    const town = await twoFiles();
    const whole = await readFile(ledgerOf(town), 'utf8');
    await rm(join(town.state, 'extracts'), { recursive: true });
    await writeFile(join(town.state, 'extracts'), 'not a folder');
    await expect(town.extract()).rejects.toThrow(StateError);
    expect(await readFile(ledgerOf(town), 'utf8')).toBe(whole);
  });
});
