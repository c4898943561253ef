import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../pipeline/words/source.ts';
import { COLUMNS, RECORDS } from './clean-table.ts';
import { CORPUS } from './classes/corpus.ts';
import { UNDETECTABLE } from './classes/undetectable.ts';
import { corpusSuite } from './corpus-suite.ts';
import { loadPolluted } from './load-polluted.ts';
import { judgeOutcome } from './judge-outcome.ts';
import type { Polluted } from './pollution.ts';
import { clean, expectedOf, textOf } from './sheet.ts';

/** Every so many files of a class are in the sample: the whole corpus is `npm run test:pollution`. */
const SAMPLE = 96;
corpusSuite(
  'a sample',
  Object.entries(CORPUS).map(([level, of]) => ({
    name: level,
    files: of.flatMap(({ name, files }) =>
      files.filter((_, i) => i % SAMPLE === name.length % SAMPLE).map(file => ({ ...file, place: `${name}, ${file.place}` })),
    ),
  })),
);

describe('the corpus of polluted files', () => {
  it('is made from a table that is loaded whole both ways, by DuckDB where it is asked to', async () => {
    const files = [{ bytes: Buffer.from(textOf(clean())), oddity: null }];
    for (const way of ['parser', 'bulk'] as const) {
      const [outcome] = await loadPolluted(files, way);
      expect(judgeOutcome(expectedOf(clean()), outcome!)).toEqual({ file: 'exact', right: 80, rejected: 0, silent: [] });
      expect(outcome!.inBulk).toBe(way === 'bulk');
    }
  });

  it('has at least 1 500 different ones', () => {
    const digest = (file: Polluted): string => createHash('sha256').update(file.bytes).update(JSON.stringify(file.oddity)).digest('hex');
    const files = Object.values(CORPUS).flatMap(of => of.flatMap(({ files: some }) => some));
    expect(new Set(files.map(digest)).size).toBeGreaterThanOrEqual(1500);
    expect(new Set(files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).size).toBeGreaterThanOrEqual(1500);
  });
});

describe('a table of texts without any rule', () => {
  const anyText: Partial<Column> = { type: { name: 'text' }, required: false, allowed: null, pattern: null };
  const oddity = { columns: Object.fromEntries(COLUMNS.map(({ name }) => [name, anyText])) };
  const plain = (cell: string): string | null => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"') || null;
  const written = new Map(RECORDS.map(record => [record.cells[0], record.written.map(plain)]));
  const seen = ['delimiter too many', 'delimiter missing', 'two records on a line', 'record on two lines', 'stray quotation mark'];

  it.each(seen)('%s: is seen by the number of cells alone', async name => {
    const { files } = Object.values(CORPUS)
      .flat()
      .find(each => each.name === name)!;
    const some = files.filter((_, i) => i % 7 === 0).map(file => ({ ...file, oddity }));
    for (const way of ['parser', 'bulk'] as const)
      for (const [i, outcome] of (await loadPolluted(some, way)).entries()) {
        const expected = new Map([...expectedOf(some[i]!.sheet)].map(([line, cells]) => [line, written.get(cells[0]!)!]));
        const { file, silent } = judgeOutcome(expected, outcome);
        expect({ place: some[i]!.place, silent }).toEqual({ place: some[i]!.place, silent: [] });
        expect(file).not.toBe('exact');
      }
  });
});

describe('what nothing in a file can tell', () => {
  it.each(UNDETECTABLE.map(({ name, files }) => ({ name, files })))('$name: is loaded as it stands', async ({ files }) => {
    for (const way of ['parser', 'bulk'] as const) {
      const outcomes = await loadPolluted(files, way);
      // What is told some day is to be taken off the list.
      for (const [i, outcome] of outcomes.entries()) {
        expect(outcome).toMatchObject({ fault: null, counts: { rejected: 0 } });
        expect(judgeOutcome(expectedOf(files[i]!.sheet), outcome).silent).not.toEqual([]);
      }
    }
  });
});
