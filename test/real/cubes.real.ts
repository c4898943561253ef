import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

/** What a declaration of ours says of a file: its dimensions, and the type of its values. */
interface DeclaredCube {
  folder: 'scb-jsonstat2' | 'px';
  dimensions: readonly string[];
  value: string;
  /** How the dimension of time is written; years where not said. */
  time?: { type: 'date' | 'month'; written: string };
}
const YEARS = { type: 'date', written: 'year' } as const;

const DECLARED: Readonly<Record<string, DeclaredCube>> = {
  'folkmangd_alder.json': { folder: 'scb-jsonstat2', dimensions: ['Region', 'Alder', 'Kon', 'ContentsCode', 'Tid'], value: 'integer' },
  'inkomst.json': {
    folder: 'scb-jsonstat2',
    dimensions: ['Region', 'Kon', 'Alder', 'Inkomstklass', 'ContentsCode', 'Tid'],
    value: 'decimal(9,1)',
  },
  'skattesats.json': { folder: 'scb-jsonstat2', dimensions: ['Region', 'ContentsCode', 'Tid'], value: 'decimal(6,2)' },
  'regso_socioek.json': { folder: 'scb-jsonstat2', dimensions: ['Region', 'ContentsCode', 'Tid'], value: 'decimal(6,1)' },
  'BE0101F1datasymbols.px': { folder: 'px', dimensions: ['region', 'age', 'period', 'sex'], value: 'integer' },
  'HA0201E8.px': {
    folder: 'px',
    dimensions: ['Commodity group SITC', 'period'],
    value: 'integer',
    time: { type: 'date', written: 'quarter' },
  },
  'PR0101B3.px': {
    folder: 'px',
    dimensions: ['Product group', 'period'],
    value: 'decimal(6,2)',
    time: { type: 'month', written: 'pxweb' },
  },
};
const TIME = ['Tid', 'period'];
/** The first day of a period as these files write it: 2024, 2024K2, 2024M04. */
function firstDay(code: string): string {
  const [, year, part, number] = /^(\d{4})(?:([KM])(\d+))?$/.exec(code)!;
  const month = part === undefined ? 1 : part === 'K' ? 3 * Number(number) - 2 : Number(number);
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
const names = Object.keys(DECLARED);
/** A dataset with a description of every cell, and no values. */
const METADATA = 'pxwebpy_TAB6471_metadata.json';

/** As source.yaml says it: d0, d1 … are codes, l0, l1 … labels. */
function sourceOf(name: string, { folder, dimensions, value, time = YEARS }: DeclaredCube): DeclaredSource {
  const columns = dimensions.flatMap((dimension, i) => [
    [dimension, { name: `d${i}`, ...(TIME.includes(dimension) ? time : { type: 'text' }), required: true, key: true }] as const,
    [`${dimension}.label`, { name: `l${i}`, type: 'text' }] as const,
  ]);
  return {
    location: real(folder, name),
    format: { type: folder === 'px' ? 'px' : 'json-stat2' },
    columns: { ...Object.fromEntries(columns), value: { name: 'value', type: value }, status: { name: 'status', type: 'text' } },
  };
}

/** Codes, value and status of every cell, found without the pipeline; values are numbers here. */
type Counted = [codes: string[], value: number | null, status: string | null][];

interface Dataset {
  id: string[];
  size: number[];
  dimension: Record<string, { category: { index: Record<string, number> } }>;
  value: (number | null)[];
  status?: Record<string, string>;
}

const allOf = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>((rows, size) => rows.flatMap(row => Array.from({ length: size }, (_, i) => [...row, i])), [[]]);

function countedJson(name: string): Counted {
  const { id, size, dimension, value, status } = JSON.parse(
    readFileSync(real('scb-jsonstat2', name), 'utf8').replace(/^\ufeff/, ''),
  ) as Dataset;
  const codes = id.map(each => new Map(Object.entries(dimension[each]!.category.index).map(([code, at]) => [at, code])));
  return allOf(size).map((places, i) => [places.map((at, d) => codes[d]!.get(at)!), value[i]!, status?.[i] ?? null]);
}

/** The cells by white space alone, and codes by where their keyword begins a line: enough for these files, and no more. */
function countedPx(name: string, dimensions: readonly string[]): Counted {
  const text = readFileSync(real('px', name), 'latin1');
  const listed = (keyword: string) => {
    const from = text.indexOf(`\n${keyword}=`);
    return from === -1
      ? null
      : [...text.slice(text.indexOf('=', from), text.indexOf('";\n', from) + 1).matchAll(/"([^"]*)"/g)].map(m => m[1]!);
  };
  const codes = dimensions.map(each => listed(`CODES("${each}")`) ?? listed(`VALUES("${each}")`)!);
  const cells = text
    .slice(text.indexOf('\nDATA=') + 6)
    .replace(';', ' ')
    .trim()
    .split(/\s+/);
  const places = allOf(codes.map(({ length }) => length));
  expect(cells).toHaveLength(places.length);
  return places.map((at, i) => {
    const sign = /^"(.+)"$/.exec(cells[i]!)?.[1] ?? null;
    return [at.map((place, d) => codes[d]![place]!), sign === null ? Number(cells[i]) : null, sign];
  });
}

let town: RealTown;
beforeAll(async () => {
  const sources = names.map(name => [idOf(name), sourceOf(name, DECLARED[name]!)] as const);
  const metadata = sourceOf(METADATA, { folder: 'scb-jsonstat2', dimensions: ['Region', 'Tid'], value: 'integer' });
  town = await loadReal(Object.fromEntries([...sources, [idOf(METADATA), metadata]]));
});
afterAll(() => town.close());

const one = async (name: string, where: string) =>
  (await town.ask(`select value, status from raw."${idOf(name)}" where ${where}`)).map(row => row.join(' '));

describe('statistical cubes as agencies publish them', () => {
  it('are all there is', () => {
    expect(names.filter(name => name.endsWith('.px')).sort()).toEqual(
      readdirSync(real('px'))
        .filter(name => name.endsWith('.px'))
        .sort(),
    );
    const files = readdirSync(real('scb-jsonstat2')).filter(name => name.endsWith('.json'));
    const datasets = files.filter(name => {
      const document = JSON.parse(readFileSync(real('scb-jsonstat2', name), 'utf8').replace(/^\ufeff/, '')) as { class?: string };
      return document.class === 'dataset';
    });
    expect([...names.filter(name => name.endsWith('.json')), METADATA].sort()).toEqual(datasets.sort());
  });

  it.each(names)('%s: a record a cell, each with its codes, its value or its sign', async name => {
    const { folder, dimensions } = DECLARED[name]!;
    const counted = folder === 'px' ? countedPx(name, dimensions) : countedJson(name);
    expect(town.outcomeOf(idOf(name))).toEqual({ records: counted.length, loaded: counted.length, rejected: 0, ignored: 0, faults: [] });
    const codes = dimensions.map((_, i) => `d${i}`).join();
    const rows = await town.ask(`select ${codes}, value::double, status from raw."${idOf(name)}" order by _row`);
    const read = (code: string, i: number) => (TIME.includes(dimensions[i]!) ? firstDay(code) : code);
    expect(rows).toEqual(counted.map(([own, value, status]) => [...own.map(read), value === null ? null : String(value), status]));
  });

  it('has as many cells and signs as were counted once by hand', async () => {
    const counts = await Promise.all(
      names.map(async name => (await town.ask(`select count(*), count(status), count(value) from raw."${idOf(name)}"`))[0]!.join(' ')),
    );
    expect(Object.fromEntries(names.map((name, i) => [name, counts[i]]))).toEqual({
      'folkmangd_alder.json': '864 0 864',
      'inkomst.json': '468 0 468',
      'skattesats.json': '108 0 108',
      'regso_socioek.json': '4340 2170 2170',
      'BE0101F1datasymbols.px': '24 6 18',
      'HA0201E8.px': '117 0 117',
      'PR0101B3.px': '324 0 324',
    });
  });

  it('the parts of a population sum up to its given totals, but for 2025, when SCB began to blur them', async () => {
    const table = `raw."${idOf('folkmangd_alder.json')}"`;
    const years = (parts: string, total: string, by: string) =>
      town.ask(`select distinct d4 from (select d4 from ${table} group by ${by}, d4
        having sum(value) filter (where ${parts}) is distinct from sum(value) filter (where ${total})) order by 1`);
    expect(await years(`d2 in ('1', '2')`, `d2 = '1+2'`, 'd1')).toEqual([['2025-01-01']]);
    expect(await years(`d1 <> 'totalt'`, `d1 = 'totalt'`, 'd2')).toEqual([['2025-01-01']]);
  });

  it('has a few cells as they were read by eye', async () => {
    expect(await one('folkmangd_alder.json', `d1 = 'totalt' and d2 = '1' and d4 = '2010-01-01'`)).toEqual(['42202 ']);
    expect(await one('skattesats.json', `d0 = '1780' and d1 = 'OE0101D1' and d2 = '2002-01-01'`)).toEqual(['32.25 ']);
    expect(await one('inkomst.json', `d0 = '1780' and d1 = '1' and d4 = 'HE0110J8' and d5 = '2001-01-01'`)).toEqual(['224.8 ']);
    expect(await one('regso_socioek.json', `d0 = '1780R001' and d1 = '000008IT' and d2 = '2024-01-01'`)).toEqual([' ..']);
    expect(await one('BE0101F1datasymbols.px', `d0 = '00' and d1 = '21' and d3 = '2'`)).toEqual([' ..']);
    expect(await one('BE0101F1datasymbols.px', `l0 = '0114 Upplands Väsby' and d1 = '22' and l3 = 'women'`)).toEqual(['36 ']);
    expect(await one('HA0201E8.px', `d0 = '8+9' and d1 = '2009-01-01'`)).toEqual(['124 ']);
    expect(await one('PR0101B3.px', `d0 = '01.1.9' and d1 = '2008-12-01'`)).toEqual(['278.79 ']);
  });

  it('metadata alone is no cube with empty cells, but an error', () => {
    const [found] = town.loaded.findings.filter(({ sources }) => sources.includes(idOf(METADATA)));
    expect(found).toMatchObject({ code: 'cube-cells', severity: 'hold-metric', details: { found: 0 } });
  });
});
