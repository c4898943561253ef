import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
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
const ndjson = (name: string) => {
  const bytes = readFileSync(real('kolada-catalogue', name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n');
};
const TAKEN = { '2023-09-12': '2023-09-12_KOLADA_data_raw.parquet', '2024-12-12': '2024-12-12_KOLADA_data_raw.parquet' };
const DAYS = Object.keys(TAKEN) as (keyof typeof TAKEN)[];
const day = (name: string) => ({ name, type: 'date' });
const flag = (name: string) => ({ name, type: 'boolean', required: true });

let town: RealTown;
beforeAll(async () => {
  town = await loadReal({
    ...Object.fromEntries(
      DAYS.map(taken => [taken, { location: real('kolada-values', TAKEN[taken]), format: { type: 'parquet' }, columns }]),
    ),
    lines: { location: real('kolada-catalogue', 'values_N00945.ndjson'), format: { type: 'ndjson' }, columns },
    municipalities: {
      location: real('kolada-catalogue', 'municipality.ndjson'),
      format: { type: 'ndjson' },
      columns: { id: { ...text('id'), key: true }, title: text('title'), type: { ...text('type'), allowed: ['K', 'L'] } },
    },
    kpis: {
      location: real('kolada-catalogue', 'kpi.ndjson.gz'),
      format: { type: 'ndjson' },
      columns: {
        id: { ...text('id'), key: true, pattern: '^[NU]\\d{5}$' },
        title: text('title'),
        description: text('description', false),
        is_divided_by_gender: flag('by_gender'),
        municipality_type: { ...text('of'), allowed: ['K', 'L', 'A'] },
        auspice: text('auspice', false),
        operating_area: text('area', false),
        perspective: text('perspective', false),
        prel_publication_date: day('preliminary'),
        publication_date: day('published'),
        publ_period: { name: 'year', type: 'date', written: 'year' },
        has_ou_data: flag('by_unit'),
      },
    },
    groups: {
      location: real('kolada-catalogue', 'groups_molndal.json'),
      format: { type: 'json' },
      columns: { id: { ...text('id'), key: true }, title: text('title') },
    },
    'groups-members': {
      location: real('kolada-catalogue', 'groups_molndal.json'),
      format: { type: 'json' },
      columns: { id: { ...text('id'), key: true }, members: text('members') },
    },
  });
});
afterAll(() => town.close());

const whole = (records: number) => ({ records, loaded: records, rejected: 0, ignored: 0, faults: [] });

describe.each(DAYS)('the snapshot of Kolada’s values of %s as Parquet', taken => {
  const inFile = async (sql: string) =>
    (await askParquet(`select ${sql} from ${fromParquet(taken)}`)).map(row => row.map(value => (value === null ? null : String(value))));

  it('is loaded whole', async () => {
    expect(town.outcomeOf(taken)).toEqual(whole(taken === '2024-12-12' ? 138_910 : 144_710));
    expect(await inFile('count(*)')).toEqual([[String(town.outcomeOf(taken).records)]]);
  });

  it('has the values, the missing ones and the row order of the file', async () => {
    const parts = (municipality: string) => `kpi, ${municipality}, year::integer, gender, nullif(status, ''), value::double`;
    const loaded = await town.ask(`select ${parts('municipality')} from raw."${taken}" order by _row`);
    expect(loaded.map(String)).toEqual((await inFile(parts('municipality_id'))).map(String));
  });

  it('keeps the statuses apart, none of them a number', async () => {
    const states = (table: string) => `nullif(status, ''), count(*), count(value) from ${table} group by 1 order by 1 nulls first`;
    const [shown, ...statuses] = await town.ask(`select ${states(`raw."${taken}"`)}`);
    expect(shown).toEqual([null, shown![2], shown![2]]);
    expect(statuses.map(([status, , count]) => [status, count])).toEqual(
      ['Missing', 'Not applicable', 'Privacy'].map(status => [status, '0']),
    );
  });
});

describe('the snapshot of 2024', () => {
  it('keeps Missing, Privacy and Not applicable apart, none of them a number', async () => {
    const states = 'select status, count(*), count(value) from raw."2024-12-12" group by 1 order by 1 nulls first';
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

  it('has every indicator, packed, with its days and flags', async () => {
    expect(town.outcomeOf('kpis')).toEqual(whole(6099));
    const cell = ([key, value]: [string, unknown]) =>
      value === null || value === '' ? null : key === 'publ_period' ? `${String(value)}-01-01` : String(value);
    const lines = ndjson('kpi.ndjson.gz').map(line => Object.entries(JSON.parse(line) as object).map(cell));
    expect(await town.rowsOf('kpis')).toEqual(lines);
  });

  it('has every group; a list of members is no value, and is rejected by name', async () => {
    expect(town.outcomeOf('groups')).toEqual(whole(84));
    expect(town.outcomeOf('groups-members')).toMatchObject({ records: 84, loaded: 0, rejected: 84 });
    expect(new Set(town.rejectsOf('groups-members').map(([, rule, column]) => `${rule} ${column}`))).toEqual(new Set(['type members']));
  });
});
