import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

interface Value {
  value: string | null;
  valueType: string;
  /** Null where there is nothing to tell. */
  timePeriod: string | null;
}
const MERIT = 'averageGradesMeritRating9thGrade';
/** Series that have every sign there is: suppressed, missing, about a hundred, and null without a year. */
const SERIES = [
  MERIT,
  'ratioOfPupils9thGradeEligibleForNationalProgramYR',
  'specialTeacherPositions',
  'ratioOfPupilsIn6thGradeWithAllSubjectsPassed',
];
const names = readdirSync(real('skolverket-api', 'statistics-gr')).filter(name => name.endsWith('.json'));
const seriesIn = (name: string) =>
  (JSON.parse(readFileSync(real('skolverket-api', 'statistics-gr', name), 'utf8')) as { json: { body: Record<string, Value[]> } }).json
    .body;
const cases = names.flatMap(name => SERIES.filter(series => seriesIn(name)[series]).map(series => [name, series] as const));

const MARKS: Readonly<Record<string, string>> = { '.': 'missing', '..': 'suppressed', '~100': 'about-100' };
const statistics = (name: string, series: string) => ({
  location: real('skolverket-api', 'statistics-gr', name),
  format: { type: 'json', records: `json.body.${series}`, decimal: ',' },
  columns: {
    timePeriod: { name: 'school_year', type: 'date', written: 'school-year', required: true, key: true },
    value: { name: 'value', type: 'decimal(6,1)', marks: MARKS },
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
    ...Object.fromEntries(cases.map(([name, series]) => [idOf(`${name} ${series}`), statistics(name, series)])),
    pupils: statistics(names[0]!, 'totalNumberOfPupils'),
    absent: statistics(names[0]!, 'noSuchSeries'),
    schools,
  });
});
afterAll(() => town.close());

describe('answers of Skolverket’s API, numbers in text with decimal comma', () => {
  it('are at least the twelve', () => expect(names.length).toBeGreaterThanOrEqual(12));

  it.each(cases)('%s, %s: a value is loaded exactly, and one that is not shown is its sign, never a number', async (name, series) => {
    const id = idOf(`${name} ${series}`);
    const values = seriesIn(name)[series]!;
    const dated = values.filter(({ timePeriod }) => timePeriod !== null);
    expect(await town.rowsOf(id)).toEqual(
      dated.map(({ timePeriod, value, valueType }) => {
        const mark = MARKS[value!] ?? null;
        return [`${timePeriod!.slice(0, 4)}-07-01`, mark === null ? value!.replace(',', '.') : null, mark, valueType];
      }),
    );
    const undated = values.flatMap(({ timePeriod }, i) => (timePeriod === null ? [[i + 1, 'required', 'timePeriod', '']] : []));
    expect(town.rejectsOf(id)).toEqual(undated);
    const [records, loaded, rejected] = [values.length, dated.length, undated.length];
    expect(town.outcomeOf(id)).toEqual({ records, loaded, rejected, ignored: 0, faults: [] });
  });

  it('the signs say what the answer says in words', async () => {
    const all = cases.map(([name, series]) => `select value_type, value_mark, value from raw."${idOf(`${name} ${series}`)}"`);
    const told = `select distinct value_type, value_mark, value is null from (${all.join(' union all ')}) order by all nulls first`;
    expect(await town.ask(told)).toEqual([
      ['EXISTS', null, 'false'],
      ['MISSING', 'missing', 'true'],
      ['OMITTED_DUE_TO_BASED_ON_FEW_PUPILS', 'suppressed', 'true'],
      ['ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE', 'about-100', 'true'],
    ]);
  });

  it('two answers have nothing and no year to say it of: a reject, since the year is the key', () =>
    expect(cases.flatMap(([name, series]) => town.rejectsOf(idOf(`${name} ${series}`)))).toHaveLength(2));

  it('a series that an answer has not is an error, and not an empty table', () =>
    expect(town.outcomeOf('absent')).toEqual({ records: 0, loaded: 0, rejected: 0, ignored: 0, faults: ['json-records:-'] }));

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
