import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type RealTown } from './load-real.ts';
import { expected, selected, sourceOf, type Declared } from './naive-csv.ts';

const months = Array.from({ length: 12 }, (_, i) => String(i + 1));

const declared: readonly Declared[] = [
  {
    id: 'kommuner',
    path: ['csv-misc', 'kommuner.csv'],
    format: {},
    columns: [
      ['code', 'text', { key: true, pattern: '^\\d{4}$' }],
      ['name', 'text'],
      ['population', 'integer'],
      ['area', 'decimal(8,2)'],
      ['location_lat_google_2015_05_28', 'decimal(12,9)'],
    ],
  },
  {
    id: 'indicators',
    path: ['csv-misc', 'simplified_municipality_indicators.csv'],
    format: { missing: ['NA'] },
    columns: [
      ['code', 'text', { key: true, pattern: '^\\d{4}$' }],
      ['name', 'text', { required: true }],
      ['unemploymentChange', 'decimal(20,16)'],
      ['satisfactionElderlyCare', 'integer'],
      ['populationChange', 'decimal(6,2)'],
      ['municipalityType', 'text'],
      ['snowmobiles', 'decimal(22,16)'],
    ],
  },
  {
    id: 'price-index',
    path: ['csv-misc', 'scb_konsumentprisindex_nbsp.csv'],
    format: { delimiter: ';', decimal: ',', thousands: 'space' },
    columns: [['År', 'integer', { key: true }], ...months.map(month => [month, 'integer'] as const), ['Year', 'integer']],
  },
];

let town: RealTown;
beforeAll(async () => {
  town = await loadReal(Object.fromEntries(declared.map(source => [source.id, sourceOf(source)])));
});
afterAll(() => town.close());

describe('files as municipalities and agencies publish them', () => {
  it.each(declared.map(source => [source.id, source] as const))(
    '%s: every record is loaded as it stands, rejected or ignored',
    async (id, source) => {
      const { rows, rejects, counts } = expected(source);
      expect(town.outcomeOf(id)).toEqual(counts);
      expect(counts.records).toBe(counts.loaded + counts.rejected + counts.ignored);
      expect(town.rejectsOf(id)).toEqual(rejects);
      expect(await town.ask(`select ${selected(source.columns)} from raw."${id}" order by _row`)).toEqual(rows);
    },
  );

  it('municipality codes keep their leading zero', async () => {
    expect(await town.ask(`select c0, c1, c2 from raw.kommuner where c0 in ('0114', '1481') order by 1`)).toEqual([
      ['0114', 'Upplands Väsby kommun', expect.any(String)],
      ['1481', 'Mölndals kommun', expect.any(String)],
    ]);
    expect(town.outcomeOf('kommuner')).toMatchObject({ loaded: 290, rejected: 0 });
  });

  it('a float’s artefact is not rounded away', async () =>
    expect(await town.ask(`select c2 from raw.indicators where c0 = '0780'`)).toEqual([['0.0999999999999996']]));

  it('NA is no number where that is declared; a dash, which is not, is a reject', async () => {
    expect(town.rejectsOf('indicators').map(([, ...told]) => told)).toEqual([['type', 'satisfactionElderlyCare', '-']]);
    expect(await town.ask('select count(*) from raw.indicators where c3 is null')).toEqual([['158']]);
  });

  it('numbers with a hard space between thousands are numbers, and months that have not been are empty', async () => {
    expect(town.outcomeOf('price-index')).toEqual({ records: 16, loaded: 16, rejected: 0, ignored: 0, faults: [] });
    expect(await town.ask('select c1, c4, c5, c13 from raw."price-index" where c0 = 2020')).toEqual([['1900', '1901', null, null]]);
  });
});
