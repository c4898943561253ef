import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, textColumns, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

type Records = Record<string, string>[];

const names = readdirSync(real('csv-spectrum', 'csvs')).map(name => name.replace(/\.csv$/, ''));
const expected = (name: string): Records => [JSON.parse(readFileSync(real('csv-spectrum', 'json', `${name}.json`), 'utf8'))].flat();

/** It has quotes inside a cell that is not quoted, which RFC 4180 forbids and csv-test-data says must be rejected. */
const NOT_RFC_4180 = 'location_coordinates';

let town: RealTown;
beforeAll(async () => {
  const source = (name: string) => ({
    location: real('csv-spectrum', 'csvs', `${name}.csv`),
    format: { type: 'csv' },
    columns: textColumns(Object.keys(expected(name)[0]!)),
  });
  town = await loadReal(Object.fromEntries(names.map(name => [idOf(name), source(name)])));
});
afterAll(() => town.close());

describe('csv-spectrum', () => {
  it('has its twelve files', () => expect(names).toHaveLength(12));

  it.each(names.filter(name => name !== NOT_RFC_4180))('%s equals its json, an empty cell as null', async name => {
    const records = expected(name);
    expect(await town.rowsOf(idOf(name))).toEqual(records.map(record => Object.values(record).map(value => value || null)));
    expect(town.outcomeOf(idOf(name))).toEqual({ records: records.length, loaded: records.length, rejected: 0, ignored: 0, faults: [] });
  });

  it(`${NOT_RFC_4180} is refused by name, at the line, and nothing of it is loaded`, async () => {
    expect(town.outcomeOf(idOf(NOT_RFC_4180))).toEqual({ records: 0, loaded: 0, rejected: 0, ignored: 0, faults: ['csv-quotes:2'] });
    expect(await town.rowsOf(idOf(NOT_RFC_4180))).toEqual([]);
  });
});
