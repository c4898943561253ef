import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

interface Value {
  value: string;
  valueType: string;
  timePeriod: string;
}
const MERIT = 'averageGradesMeritRating9thGrade';
const names = readdirSync(real('skolverket-api', 'statistics-gr')).filter(name => name.endsWith('.json'));
const valuesIn = (name: string) =>
  (JSON.parse(readFileSync(real('skolverket-api', 'statistics-gr', name), 'utf8')) as { json: { body: Record<string, Value[]> } }).json
    .body[MERIT]!;

const statistics = (name: string, series: string) => ({
  location: real('skolverket-api', 'statistics-gr', name),
  format: { type: 'json', records: `json.body.${series}`, decimal: ',' },
  columns: {
    timePeriod: { name: 'school_year', type: 'text', required: true, key: true },
    value: { name: 'value', type: 'decimal(6,1)' },
    valueType: { name: 'value_type', type: 'text', required: true },
  },
});
const schools = {
  location: real('skolverket-api', 'vastra-gotaland-grade9-schools.json'),
  format: { type: 'json', records: 'schools' },
  columns: {
    schoolUnitCode: { name: 'unit', type: 'text', required: true, key: true },
    municipalityCode: { name: 'municipality', type: 'text', required: true },
    name: { name: 'name', type: 'text', required: true },
    averageMeritGrade9: { name: 'merit', type: 'decimal(6,1)', required: true, min: 0, max: 340 },
    averageMeritGrade9Label: { name: 'label', type: 'text' },
    lat: { name: 'lat', type: 'decimal(20,17)' },
  },
};

let town: RealTown;
beforeAll(async () => {
  town = await loadReal({
    ...Object.fromEntries(names.map(name => [idOf(name), statistics(name, MERIT)])),
    pupils: statistics(names[0]!, 'totalNumberOfPupils'),
    schools,
  });
});
afterAll(() => town.close());

describe('answers of Skolverket’s API, numbers in text with decimal comma', () => {
  it('are at least the twelve', () => expect(names.length).toBeGreaterThanOrEqual(12));

  it.each(names)('%s: a value is loaded exactly, and one that is not shown is a reject, never a number', async name => {
    const values = valuesIn(name);
    const shown = values.filter(({ valueType }) => valueType === 'EXISTS');
    expect(await town.rowsOf(idOf(name))).toEqual(
      shown.map(({ timePeriod, value, valueType }) => [timePeriod, value.replace(',', '.'), valueType]),
    );
    expect(town.outcomeOf(idOf(name))).toMatchObject({ records: values.length, loaded: shown.length, faults: [] });
    expect(town.rejectsOf(idOf(name)).map(([, rule, column, raw]) => [rule, column, raw])).toEqual(
      values.filter(({ valueType }) => valueType !== 'EXISTS').map(({ value }) => ['type', 'value', value]),
    );
  });

  it('“cirka 530” is no number', () => {
    expect(town.rejectsOf('pupils')).toEqual([[1, 'type', 'value', expect.stringMatching(/^cirka \d+$/)]]);
  });
});

describe('a list of schools that somebody made of the same API', () => {
  it('is loaded whole, its numbers as they are written, also those without decimals', async () => {
    expect(town.outcomeOf('schools')).toEqual({ records: 241, loaded: 241, rejected: 0, ignored: 0, faults: [] });
    const labelled = await town.ask(`select merit::varchar, label from raw.schools`);
    for (const [merit, label] of labelled) expect(merit!.replace('.', ',').replace(',0', '')).toBe(label!.replace(',0', ''));
    expect(await town.ask(`select count(*) from raw.schools where municipality = '1481'`)).toEqual([['9']]);
  });

  it('keeps every digit of a coordinate', async () => {
    const written = /"schoolUnitCode": "71387206"[^}]*?"lat": ([\d.]+)/.exec(readFileSync(schools.location, 'utf8'))![1]!;
    expect(await town.ask(`select rtrim(lat::varchar, '0') from raw.schools where unit = '71387206'`)).toEqual([[written]]);
  });
});
