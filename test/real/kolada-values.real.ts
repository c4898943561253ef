import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type RealTown } from './load-real.ts';
import { askParquet, fromParquet } from './parquet.ts';
import { real } from './real-files.ts';

const text = (name: string, required = true) => ({ name, type: 'text', required });
const columns = {
  kpi: { ...text('kpi'), key: true },
  municipality_id: { ...text('municipality'), key: true },
  year: { name: 'year', type: 'integer', required: true, key: true },
  count: { name: 'count', type: 'integer' },
  gender: { ...text('gender'), key: true, allowed: ['K', 'M', 'T'] },
  status: text('status', false),
  value: { name: 'value', type: 'decimal(18,8)' },
  municipality: text('municipality_name'),
  municipality_type: text('municipality_type'),
};
const ndjson = (name: string) => readFileSync(real('kolada-catalogue', name), 'utf8').trim().split('\n');

let town: RealTown;
beforeAll(async () => {
  town = await loadReal({
    snapshot: { location: real('kolada-values', '2024-12-12_KOLADA_data_raw.parquet'), format: { type: 'parquet' }, columns },
    lines: { location: real('kolada-catalogue', 'values_N00945.ndjson'), format: { type: 'ndjson' }, columns },
    municipalities: {
      location: real('kolada-catalogue', 'municipality.ndjson'),
      format: { type: 'ndjson' },
      columns: { id: { ...text('id'), key: true }, title: text('title'), type: { ...text('type'), allowed: ['K', 'L'] } },
    },
  });
});
afterAll(() => town.close());

const whole = (records: number) => ({ records, loaded: records, rejected: 0, ignored: 0, faults: [] });

describe('a snapshot of Kolada’s values as Parquet', () => {
  it('is loaded whole', () => expect(town.outcomeOf('snapshot')).toEqual(whole(138_910)));

  it('has the values, the missing ones and the row order of the file', async () => {
    const parts = (
      table: string,
      municipality: string,
    ) => `select kpi, ${municipality}, year::integer, gender, nullif(status, ''), value::double
      from ${table}`;
    const loaded = (await town.ask(`${parts('raw.snapshot', 'municipality')} order by _row`)).map(String);
    const inFile = await askParquet(parts(fromParquet('2024-12-12'), 'municipality_id'));
    expect(loaded).toEqual(inFile.map(row => row.map(value => (value === null ? null : String(value))).join()));
  });

  it('keeps Missing, Privacy and Not applicable apart, none of them a number', async () => {
    const states = 'select status, count(*), count(value) from raw.snapshot group by 1 order by 1 nulls first';
    expect(await town.ask(states)).toEqual([
      [null, '134700', '134700'],
      ['Missing', '2188', '0'],
      ['Not applicable', '932', '0'],
      ['Privacy', '1090', '0'],
    ]);
  });
});

describe('Kolada’s catalogue as NDJSON', () => {
  it('has every municipality and region', async () => {
    const expected = ndjson('municipality.ndjson').map(line => Object.values(JSON.parse(line) as object));
    expect(town.outcomeOf('municipalities')).toEqual(whole(312));
    expect(await town.rowsOf('municipalities')).toEqual(expected);
  });

  it('has every value as the file writes it', async () => {
    expect(town.outcomeOf('lines')).toEqual(whole(63));
    const written = ndjson('values_N00945.ndjson').map(line => /"value": ([\d.]+)/.exec(line)![1]!);
    const loaded = await town.ask('select value::varchar from raw.lines order by _row');
    expect(loaded.flat().map(value => value!.replace(/\.?0+$/, ''))).toEqual(written.map(value => value.replace(/\.0$/, '')));
  });
});
