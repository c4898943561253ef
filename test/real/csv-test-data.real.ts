import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, textColumns, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

/** With a header: `foo, bar, baz`. The others are read twice: with their first row as header, and with none, by place. */
const HEADER = ['foo', 'bar', 'baz'];
const files = readdirSync(real('csv-test-data', 'csv')).map(name => name.replace(/\.csv$/, ''));
const good = files.filter(name => !name.startsWith('bad-'));

/** Valid, and not of empty lines alone. */
const bare = good.filter(name => !name.startsWith('header-') && !['all-empty', 'empty-one-column'].includes(name));

function expected(name: string): { header: string[]; rows: string[][] } {
  const json: unknown[] = JSON.parse(readFileSync(real('csv-test-data', 'json', `${name}.json`), 'utf8'));
  if (name.startsWith('header-')) return { header: HEADER, rows: json.map(record => Object.values(record as Record<string, string>)) };
  const [header, ...rows] = json as string[][];
  return { header: header!, rows };
}

let town: RealTown;
beforeAll(async () => {
  const headerOf = (name: string) => (good.includes(name) && name !== 'all-empty' ? expected(name).header : HEADER);
  const source = (name: string) => ({
    location: real('csv-test-data', 'csv', `${name}.csv`),
    format: { type: 'csv' },
    columns: textColumns(headerOf(name)),
  });
  const byPlace = (name: string) => ({
    location: real('csv-test-data', 'csv', `${name}.csv`),
    format: { type: 'csv', header: 0 },
    columns: textColumns(headerOf(name).map((_, i) => `#${i + 1}`)),
  });
  town = await loadReal(
    Object.fromEntries([...files.map(name => [idOf(name), source(name)]), ...bare.map(name => [`bare-${idOf(name)}`, byPlace(name)])]),
  );
});
afterAll(() => town.close());

const refused = (fault: string) => ({ records: 0, loaded: 0, rejected: 0, ignored: 0, faults: [fault] });

describe('csv-test-data: valid files', () => {
  it.each(good.filter(name => !['all-empty', 'empty-one-column'].includes(name)))('%s equals its json', async name => {
    const { rows } = expected(name);
    expect(await town.rowsOf(idOf(name))).toEqual(rows.map(row => row.map(value => value || null)));
    expect(town.outcomeOf(idOf(name))).toEqual({ records: rows.length, loaded: rows.length, rejected: 0, ignored: 0, faults: [] });
  });

  it.each(bare)('%s without a header equals its json, cell for cell', async name => {
    const { header, rows } = expected(name);
    expect(await town.rowsOf(`bare-${idOf(name)}`)).toEqual([header, ...rows].map(row => row.map(value => value || null)));
    expect(town.outcomeOf(`bare-${idOf(name)}`)).toMatchObject({ loaded: rows.length + 1, rejected: 0, faults: [] });
  });

  it('all-empty has no header to find columns by, and is refused', () =>
    expect(town.outcomeOf('all-empty')).toEqual(refused('no-header:1')));

  // The json counts one record of one empty cell; an empty line at the end of a file is no record here, whatever its width.
  it('empty-one-column has no records', () => expect(town.outcomeOf('empty-one-column')).toMatchObject({ records: 0, faults: [] }));
});

describe('csv-test-data: what must be rejected is a named error or a reject, never a row', () => {
  const faults: [string, string][] = [
    ['bad-header-no-header', 'no-header:-'],
    ['bad-missing-quote', 'csv-quotes:2'],
    ['bad-quotes-with-unescaped-quote', 'csv-quotes:2'],
    ['bad-unescaped-quote', 'csv-quotes:2'],
  ];
  it.each(faults)('%s: %s', (name, fault) => expect(town.outcomeOf(name)).toEqual(refused(fault)));

  it('bad-header-wrong-header: every column that is missing', () =>
    expect(town.outcomeOf('bad-header-wrong-header').faults).toEqual(HEADER.map(() => 'missing-column:1')));

  it.each([
    ['bad-header-less-fields', '1,2'],
    ['bad-header-more-fields', '1,2,3,4'],
  ])('%s: its row is a reject', (name, raw) => {
    expect(town.outcomeOf(name)).toEqual({ records: 1, loaded: 0, rejected: 1, ignored: 0, faults: [] });
    expect(town.rejectsOf(name)).toEqual([[2, 'type', '', raw]]);
  });

  it('no other file is bad', () => {
    const tested = [...faults.map(([name]) => name), 'bad-header-wrong-header', 'bad-header-less-fields', 'bad-header-more-fields'];
    expect(files.filter(name => name.startsWith('bad-')).sort()).toEqual(tested.sort());
  });
});
