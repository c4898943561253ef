import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

const text = (name: string, required = true) => ({ name, type: 'text', required });
const key = (name: string) => ({ ...text(name), key: true });
const json = (path: readonly string[], records: string | undefined, columns: DeclaredSource['columns'], decimal?: ','): DeclaredSource => ({
  location: real(...path),
  format: { type: 'json', ...(records === undefined ? {} : { records }), ...(decimal ? { decimal } : {}) },
  columns,
});
const csv = (name: string, columns: DeclaredSource['columns']): DeclaredSource => ({
  location: real('it-strategy', name),
  format: { type: 'csv', delimiter: ';', decimal: ',' },
  columns,
});
const catalogue = (...path: readonly string[]): DeclaredSource => ({
  location: real(...path),
  format: { type: 'xml', records: 'RDF/Dataset' },
  columns: { '@about': key('about'), 'publisher/@resource': text('publisher'), 'accrualPeriodicity/@resource': text('every', false) },
});

const sources: Readonly<Record<string, DeclaredSource>> = {
  municipalities: json(['geo', 'swedish_municipalities.geojson'], 'features', {
    'properties.id': { ...key('code'), pattern: '^\\d{4}$' },
    'properties.kom_namn': text('name'),
    'properties.lan_code': text('county'),
    'geometry.type': { ...text('shape'), allowed: ['Polygon', 'MultiPolygon'] },
  }),
  'municipalities-point': json(['geo', 'swedish_municipalities.geojson'], 'features', {
    'properties.id': key('code'),
    'properties.geo_point_2d': text('point'),
  }),
  regso: json(['geo', 'karlstad_geo_regso.json'], 'features', {
    'properties.regsokod': { ...key('code'), pattern: '^1780R\\d{3}$' },
    'properties.regsonamn': text('name'),
    'properties.referensdatum': { name: 'as_of', type: 'date', written: 'compact', required: true },
  }),
  districts: json(['geo', 'karlstad_geo_stadsdelar.json'], 'features', {
    id: key('id'),
    'properties.namn': text('name'),
  }),
  indicators: json(['demo-kpis.json'], undefined, {
    id: key('id'),
    namn: text('name'),
    kolada: text('kolada', false),
    enhet: text('unit'),
    riktning: text('desired'),
    min_n: { name: 'threshold', type: 'integer', required: true, min: 0 },
  }),
  limits: json(['spc', 'xmr_reference.json'], undefined, {
    direction: { ...text('desired'), allowed: ['increase', 'decrease', 'neutral'] },
    target: { name: 'target', type: 'decimal(12,4)' },
    mean: { name: 'mean', type: 'decimal(14,10)', required: true },
    lpl: { name: 'lower', type: 'decimal(14,10)', required: true },
    upl: { name: 'upper', type: 'decimal(14,10)', required: true },
    assurance: text('assurance', false),
  }),
  series: json(['spc', 'xmr_reference.json'], undefined, { values: text('values') }),
  tables: json(['scb-jsonstat2', 'pxwebpy_tables.json'], 'tables', {
    id: { ...key('id'), pattern: '^TAB\\d+$' },
    label: text('label'),
    updated: { name: 'updated', type: 'timestamp', required: true },
    firstPeriod: text('first'),
    lastPeriod: text('last'),
  }),
  targets: csv('maluppfoljning.csv', {
    mal_id: key('id'),
    horisont: { name: 'by', type: 'date', written: 'year', required: true },
    typ: { ...text('kind'), allowed: ['tal', 'milstolpe'] },
    malvarde: { name: 'target', type: 'decimal(8,2)' },
    utfall: { name: 'outcome', type: 'decimal(8,2)' },
    redovisad_status: { ...text('status', false), allowed: ['klart', 'pågår', 'ej klart'] },
  }),
  budget: csv('budget.csv', {
    post: text('item'),
    slag: text('kind', false),
    anslag: { ...text('of'), allowed: ['äskat', 'utfall'] },
    ...Object.fromEntries(['ar1', 'ar2', 'ar3', 'summa'].map(name => [name, { name, type: 'decimal(8,2)' }])),
  }),
  'catalogue-scb': catalogue('px', 'dcat-ap.xml'),
  'catalogue-least': catalogue('dcat-ap-se', 'obligatoriskt.rdf'),
  'catalogue-full': catalogue('dcat-ap-se', 'rekommenderat.rdf'),
};

let town: RealTown;
beforeAll(async () => {
  town = await loadReal(sources);
});
afterAll(() => town.close());

const whole = (records: number) => ({ records, loaded: records, rejected: 0, ignored: 0, faults: [] });
const written = (...path: readonly string[]) => readFileSync(real(...path), 'utf8').replace(/^\ufeff/, '');

describe('maps as GeoJSON: a record a feature, its properties by their path', () => {
  it.each([
    ['municipalities', 290],
    ['regso', 31],
    ['districts', 66],
  ])('%s: all %i', (id, count) => expect(town.outcomeOf(id)).toEqual(whole(count)));

  it('have codes and names as they are written', async () => {
    const { features } = JSON.parse(written('geo', 'swedish_municipalities.geojson')) as {
      features: { geometry: { type: string }; properties: { id: string; kom_namn: string; lan_code: string } }[];
    };
    expect(await town.rowsOf('municipalities')).toEqual(
      features.map(({ properties: { id, kom_namn, lan_code }, geometry: { type } }) => [id, kom_namn, lan_code, type]),
    );
    expect(await town.ask(`select name from raw.municipalities where code = '1481'`)).toEqual([['Mölndal']]);
    expect(await town.ask('select distinct as_of from raw.regso')).toEqual([['2025-01-01']]);
  });

  it('a list of coordinates is no value: rejected by name', () => {
    expect(town.outcomeOf('municipalities-point')).toMatchObject({ records: 290, loaded: 0, rejected: 290 });
    expect(town.rejectsOf('municipalities-point')[0]).toEqual([1, 'type', 'properties.geo_point_2d', '']);
  });
});

describe('lists of objects', () => {
  it('indicators: a text of an interval stays undeclared, the rest is loaded', async () => {
    expect(town.outcomeOf('indicators')).toEqual(whole(40));
    const told = town.loaded.findings.find(({ code, sources: [id] }) => code === 'extra-column' && id === 'indicators')!;
    expect(told.details.columns).toContain('typiskt_intervall');
  });

  it('limits: every number as it is written; the series themselves are lists, and are rejected by name', async () => {
    expect(town.outcomeOf('limits')).toEqual(whole(45));
    const means = [...written('spc', 'xmr_reference.json').matchAll(/"mean": ([-\d.]+)/g)].map(([, mean]) => Number(mean));
    expect((await town.ask('select mean::double from raw.limits order by _row')).flat().map(Number)).toEqual(means);
    expect(town.outcomeOf('series')).toMatchObject({ records: 45, loaded: 0, rejected: 45 });
  });

  it('a page of SCB’s tables: a time with Z is what clocks in Sweden showed', async () => {
    expect(town.outcomeOf('tables')).toEqual(whole(20));
    expect(await town.ask(`select updated, first, last from raw.tables where id = 'TAB4707'`)).toEqual([
      ['2026-05-29 08:00:00', '2015M04', '2026M03'],
    ]);
  });
});

describe('the strategy’s own files', () => {
  it.each([
    ['targets', 'maluppfoljning.csv'],
    ['budget', 'budget.csv'],
  ])('%s: every line', (id, name) => expect(town.outcomeOf(id)).toEqual(whole(written('it-strategy', name).trim().split('\n').length - 1)));

  it('have numbers with a decimal comma, and years', async () => {
    expect(await town.ask(`select "by", target, outcome from raw.targets where id = 'e-tjanster-antal'`)).toEqual([
      ['2015-01-01', '20.00', '50.00'],
    ]);
    expect((await town.rowsOf('budget'))[0]).toEqual(['Totalt anslag', null, 'äskat', '10.00', '11.20', '8.82', '30.00']);
  });
});

describe('catalogues as RDF in XML: a record a described data set', () => {
  it.each([
    ['catalogue-scb', 14, []],
    ['catalogue-least', 1, ['unseen-column:-']],
    ['catalogue-full', 1, ['unseen-column:-']],
  ])('%s', async (id, count, faults) => {
    expect(town.outcomeOf(id)).toEqual({ ...whole(count), faults });
    expect(await town.ask(`select count(distinct about) from raw."${id}"`)).toEqual([[String(count)]]);
  });
});
