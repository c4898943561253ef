import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Field } from 'apache-arrow';
import { DataType, tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../dashboards/explore/explore-table.ts';
import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { parseObservations } from '../../pipeline/publish/parse-observations.ts';
import { exploreFile } from '../../pipeline/render/explore-file.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { literal } from '../../pipeline/warehouse/sql-text.ts';
import type { ProtectedMetric } from '../../pipeline/words/stages.ts';
import { testWarehouse } from '../measure/measure-over.ts';
import { flagged, unrevised, part, protectOver, row } from '../protect/protect-over.ts';
import { tempFolder } from '../temp-folder.ts';
import { dataOf } from './data-of.ts';

const warehouse = testWarehouse();
const files = async (metric: ProtectedMetric) => {
  const cells = { audience: 'public' as const, metrics: [metric], reports: [] };
  const made = await dataOf(cells, { plans: [], facts: [], judgements: [], attention: [] }, await warehouse());
  return new Map(made.map(file => [file.path, file.bytes]));
};
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Every cell of a Parquet file as text, null as empty; a DOUBLE as JavaScript writes it. */
async function parquetCells(bytes: Uint8Array): Promise<{ header: string[]; types: string[]; records: string[][] }> {
  const file = join(await tempFolder(), 'cells.parquet');
  await writeFile(file, bytes);
  const described = await rows(await warehouse(), `select column_name, column_type from (describe from ${literal(file)})`);
  const [header, types] = [described.map(([name]) => String(name)), described.map(([, type]) => String(type))];
  const found = await rows(await warehouse(), `from ${literal(file)}`);
  return { header, types, records: found.map(record => record.map(cell => (cell === null ? '' : String(cell)))) };
}

/** A metric's Arrow file, as it says it of itself: only its dimensions matter here. */
function arrowOf(dimensions: readonly string[], observations: readonly Observation[]): Uint8Array {
  const metric: ExploreMetric = {
    metric: 'total',
    name: 'Totalt',
    question: 'Hur många?',
    unit: '',
    unit_id: 'count',
    decimals: 0,
    desired: 'none',
    example: false,
    sources: [],
    dimensions: dimensions.map(id => ({ id, name: id, whole: '*', members: [] })),
  };
  return exploreFile(tableOf(metric, observations));
}

/** Every cell of an Arrow file as text, as the CSV has it. */
function arrowCells(bytes: Uint8Array): { header: string[]; records: string[][] } {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map((field, i) => ({ field, values: [...table.getChildAt(i)!] as unknown[] }));
  const textOf = (field: Field, cell: unknown): string =>
    cell === null ? '' : DataType.isDate(field.type) ? new Date(Number(cell)).toISOString().slice(0, 10) : String(cell);
  return {
    header: columns.map(({ field }) => field.name),
    records: Array.from({ length: table.numRows }, (_, row) => columns.map(({ field, values }) => textOf(field, values[row]))),
  };
}

describe('a metric’s data files', () => {
  const metric = unrevised(
    {
      id: 'sick-leave',
      breakdowns: [['organisation', 'sex']],
      population: { function: 'count', argument: null, fraction: null, filter: null },
    },
    {
      observations: [
        row('A', 20, {
          members: ['O\'Hara, "x"', 'å'],
          value: 0.1 + 0.2,
          numerator: '170.5',
          denominator: '13000000',
          marks: ['partial', 'example'],
        }),
        flagged('B', 'missing', { members: ['B', '*'] }),
        row('C', 5, { members: ['C', 'K'], value: -1e-7, numerator: '0.125', denominator: '-3' }),
      ],
      parts: [{ ...part('A', 'P, Q', 9), members: ['A', 'K'] }],
    },
  );

  it('CSV has the key, the dimensions, the cell, in the order of the contract', async () => {
    expect(text((await files(metric)).get('data/observations/sick-leave.csv')).split('\r\n')).toEqual([
      'metric,grain,window,period_start,period_end,organisation,sex,value,numerator,denominator,population,flag,marks',
      `sick-leave,month,period,2025-01-01,2025-01-31,"O'Hara, ""x""",å,0.30000000000000004,170.5,13000000,20,,partial example`,
      'sick-leave,month,period,2025-01-01,2025-01-31,B,*,,,,,missing,',
      'sick-leave,month,period,2025-01-01,2025-01-31,C,K,-1e-7,0.125,-3,5,,',
      '',
    ]);
  });

  it('parts have the parent as their last column; none, no file', async () => {
    expect(text((await files(metric)).get('data/parts/sick-leave.csv')).split('\r\n')).toEqual([
      'metric,grain,window,period_start,period_end,organisation,sex,value,numerator,denominator,population,flag,marks,parent',
      'sick-leave,month,period,2025-01-01,2025-01-31,A,K,12.5,100,8,9,,,"P, Q"',
      '',
    ]);
    expect([...(await files({ ...metric, parts: [] })).keys()]).toEqual([
      'data/goals.json',
      'data/observations/sick-leave.csv',
      'data/observations/sick-leave.json',
      'data/observations/sick-leave.parquet',
    ]);
  });

  it('Parquet has dates, a DOUBLE, decimals at the scale they need and whole people', async () => {
    const { header, types, records } = await parquetCells((await files(metric)).get('data/observations/sick-leave.parquet')!);
    expect(Object.fromEntries(header.map((name, i) => [name, types[i]]))).toMatchObject({
      period_start: 'DATE',
      period_end: 'DATE',
      sex: 'VARCHAR',
      value: 'DOUBLE',
      numerator: 'DECIMAL(38,3)',
      denominator: 'DECIMAL(38,0)',
      population: 'BIGINT',
    });
    expect(records.map(record => record.slice(5))).toEqual([
      [`O'Hara, "x"`, 'å', '0.30000000000000004', '170.500', '13000000', '20', '', 'partial example'],
      ['B', '*', '', '', '', '', 'missing', ''],
      ['C', 'K', '-1e-7', '0.125', '-3', '5', '', ''],
    ]);
  });

  it('a metric without dimensions, and one without rows, have files too', async () => {
    const none = unrevised({ id: 'none', breakdowns: [[]] });
    expect(text((await files(none)).get('data/observations/none.csv'))).toBe(
      'metric,grain,window,period_start,period_end,value,numerator,denominator,population,flag,marks\r\n',
    );
    expect((await parquetCells((await files(none)).get('data/observations/none.parquet')!)).records).toEqual([]);
  });
});

const observation: fc.Arbitrary<Observation> = fc
  .record({
    place: fc.constantFrom('*', 'A', 'å,ä', '"q"', "o'", 'unknown', 'a|b', ' ', 'two\r\nlines', 'one\nmore', '"'),
    month: fc.integer({ min: 1, max: 12 }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    numerator: fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 99 }))
      .map(([whole, part]) => (part % 10 === 0 ? String(whole) : `${whole}.${part}`)),
    population: fc.option(fc.nat()),
    flag: fc.constantFrom(null, null, 'missing' as const, 'suppressed' as const),
    marks: fc.subarray(['partial', 'late', 'example'] as const),
  })
  .map(({ place, month, flag, value, numerator, population, marks }) => {
    const at = { period_start: `2025-${String(month).padStart(2, '0')}-01`, marks };
    // A sum has no negative zero.
    return flag ? flagged(place, flag, at) : row(place, population, { ...at, value: value + 0, numerator, denominator: '3' });
  });

describe('for any observations', () => {
  const some = fc.uniqueArray(observation, { maxLength: 12, selector: o => `${o.period_start}${o.members.join()}` });

  it('Parquet says cell by cell what CSV says', async () => {
    await fc.assert(
      fc.asyncProperty(some, async observations => {
        const found = await files((await protectOver([unrevised({}, { observations })])).metrics[0]!);
        const [header, ...records] = parse(text(found.get('data/observations/total.csv'))) as string[][];
        const parquet = await parquetCells(found.get('data/observations/total.parquet')!);
        expect(parquet.header).toEqual(header);
        const asNumbers = (record: string[]) =>
          record.map((cell, i) => (['value', 'numerator', 'denominator'].includes(header![i]!) && cell !== '' ? trimmed(cell) : cell));
        expect(parquet.records.map(asNumbers)).toEqual(records.map(asNumbers));
      }),
      { numRuns: 20 },
    );
  });

  it('JSON says cell by cell what CSV says', async () => {
    await fc.assert(
      fc.asyncProperty(some, async observations => {
        const found = await files((await protectOver([unrevised({}, { observations })])).metrics[0]!);
        const [header, ...records] = parse(text(found.get('data/observations/total.csv'))) as string[][];
        const json = JSON.parse(text(found.get('data/observations/total.json'))) as {
          metric: string;
          columns: string[];
          rows: (string | number | null)[][];
        };
        expect(['metric', ...json.columns]).toEqual(header);
        expect(json.rows.map(row => [json.metric, ...row].map(cell => (cell === null ? '' : String(cell))))).toEqual(records);
      }),
      { numRuns: 20 },
    );
  });

  it('Arrow says cell by cell what CSV says, in the columns it has', async () => {
    await fc.assert(
      fc.asyncProperty(some, async observations => {
        const metric = (await protectOver([unrevised({}, { observations })])).metrics[0]!;
        const [header, ...records] = parse(text((await files(metric)).get('data/observations/total.csv'))) as string[][];
        const arrow = arrowCells(arrowOf(metric.declaration.dimensions, metric.observations));
        expect(arrow.header).toEqual(['grain', 'window', 'period_start', ...metric.declaration.dimensions, 'value', 'flag', 'marks']);
        const inArrow = (record: string[]) => arrow.header.map(name => record[header!.indexOf(name)]!);
        expect(arrow.records).toEqual(records.map(inArrow));
      }),
      { numRuns: 50 },
    );
  });

  it('CSV reads back as the observations it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(some, async observations => {
        const protectedMetric = (await protectOver([unrevised({ threshold: 1 }, { observations })])).metrics[0]!;
        const found = await files(protectedMetric);
        expect(parseObservations(text(found.get('data/observations/total.csv')), 'total.csv')).toEqual(protectedMetric.observations);
      }),
      { numRuns: 20 },
    );
  });

  it('the same rows are the same bytes', async () => {
    const metric = unrevised({}, { observations: Array.from({ length: 3000 }, (_, i) => row(`n${i}`, i)) });
    const [one, two] = [await files(metric), await files(metric)];
    for (const [path, bytes] of one) expect(Buffer.compare(bytes, two.get(path)!), path).toBe(0);
    const [first, second] = [arrowOf(['organisation'], metric.observations), arrowOf(['organisation'], [...metric.observations])];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

/** Zeros after the point say nothing: a decimal column has one scale. */
const trimmed = (cell: string): string => (/^-?\d+\.\d+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell);
