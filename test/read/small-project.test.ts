import { PLAIN } from '../../pipeline/words/format.ts';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { smallProject, writeProject } from './small-project.ts';

const read = async () => readProject(await writeProject(smallProject));

describe('readProject(a project without problems)', () => {
  it('lists no problems, and every file with its sha256 in byte order', async () => {
    const { problems, files } = await read();
    expect(problems).toEqual([]);
    expect(files.map(file => file.path)).toEqual(Object.keys(smallProject).sort());
    expect(files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fills in what malbild.yaml leaves out, with grains finest first and follow-ups earliest first', async () => {
    const { municipality } = await read();
    expect(municipality).toMatchObject({ code: '0180', as_of: '2026-10-15', grains: ['month', 'tertial', 'year'], place: 'organisation' });
    expect(municipality.follow_ups.map(({ id }) => id)).toEqual(['2026-T1', '2026-T2']);
    expect(municipality.events).toEqual([
      { date: '2025-01-01', until: null, name: 'Ny nämnd', metrics: null, place: null },
      { date: '2026-03-01', until: '2026-03-31', name: 'Influensa', metrics: null, place: '1' },
    ]);
    expect(municipality.follow_ups.map(({ approval }) => approval)).toEqual([{ by: 'KS', date: '2026-06-01', paragraph: '§ 1' }, null]);
    expect(municipality.groups).toEqual([{ id: 'lika', name: 'Liknande', from: 2023, members: ['0880', '1080'], coverage: 0.5 }]);
    expect(municipality.audiences).toEqual({ public: { classes: ['open'] }, internal: { classes: ['open', 'internal', 'personal'] } });
    expect(municipality.schedule).toEqual({ cron: '30 5 * * *', grace_hours: 6 });
    expect(municipality.dimensions.map(({ id, addsUp, own }) => ({ id, addsUp, own }))).toEqual([
      { id: 'organisation', addsUp: true, own: null },
      { id: 'sex', addsUp: true, own: null },
      { id: 'municipality', addsUp: false, own: '0180' },
    ]);
  });

  it('decodes sources, with the formats’ defaults', async () => {
    const { sources } = await read();
    const [absence, kolada, organisation, reports] = sources;
    expect(absence).toMatchObject({
      synthetic: false,
      covers: { by: 'name' },
      cadence: { every: 'month', due_days: 10 },
      file: 'sources/absence/source.yaml',
    });
    expect(absence!.columns[4]).toEqual({
      ...{ header: 'Timmar', name: 'hours', type: { name: 'decimal', precision: 10, scale: 2 }, required: true, key: false },
      ...{ written: null, unit: null, marks: {}, min: 0, max: null, allowed: null, pattern: null, personal: null },
      ...{ aliases: [], not_personal: false },
    });
    expect(kolada!.format).toEqual({ type: 'kolada-v3', notation: PLAIN });
    expect(organisation!.format).toEqual({
      type: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      notation: PLAIN,
      layout: { preamble: 0, header: 1, footer: null, ignore: null, trailer: null },
    });
    expect(reports!.format).toMatchObject({ delimiter: '\t' });
  });

  it('says what relations read, in the names they are declared under, and which carry no _row', async () => {
    const { staging, marts } = await read();
    expect(staging.map(({ id, reads }) => [id, reads])).toEqual([
      ['staging.absence', ['raw.absence']],
      ['staging.kolada', ['raw.n-90']],
      ['staging.organisation', ['raw.organisation']],
    ]);
    expect(marts.map(({ id, reads, carriesRow }) => [id, reads, carriesRow])).toEqual([
      ['marts.absence', ['staging.absence'], true],
      ['marts.by_unit', ['marts.absence'], false],
      ['marts.kolada', ['staging.kolada'], true],
      ['marts.organisation', ['staging.organisation'], true],
    ]);
  });

  it('fills in what a metric’s header leaves out', async () => {
    const { metrics } = await read();
    const of = (id: string) => metrics.find(metric => metric.id === id)!;
    expect(of('sick-leave')).toMatchObject({
      ...{
        per: 100,
        decimals: 1,
        threshold: 5,
        zero: 'show',
        together: [],
        internal_full: false,
        accept_gaps: false,
        covers_rows: false,
        nulls_allowed: 0,
        rebase: [],
      },
      ...{ owner: 'HR', audience: null, finest: 'month', grains: ['month', 'tertial', 'year'], dimensions: ['organisation', 'sex'] },
      ...{ reads: ['marts.absence'], over_time: 'sum', decision: null, kolada: null },
      measure: { type: 'ratio', numerator: { function: 'sum', argument: 'sick', fraction: null, filter: null } },
      population: { function: 'count-distinct', argument: 'employee' },
    });
    expect(of('spell')).toMatchObject({ windows: ['period'], breakdowns: [['organisation']], decimals: 1, per: 1 });
    expect(of('hours')).toMatchObject({ over_time: 'mean', decimals: 0 });
    expect(of('national')).toMatchObject({
      grains: ['year'],
      owner: 'Kvalitet',
      kolada: 'N00090',
      measure: { type: 'given', value: 'value', flag: false, preliminary: false },
    });
  });

  it('keeps the body on the file’s lines, without the header', async () => {
    const { metrics } = await read();
    const { body, text } = metrics.find(metric => metric.id === 'spell')!;
    expect(body.split('\n').findIndex(line => line === 'from marts.absence')).toBe(text.split('\n').indexOf('from marts.absence'));
    expect(body.trim()).toBe('from marts.absence');
  });

  it('gives a derived metric what its parts share, without the dimension whose member is chosen', async () => {
    const { metrics } = await read();
    expect(metrics.find(metric => metric.id === 'sick-per-hour')).toMatchObject({
      ...{ per: 1, decimals: 1, time: '', body: '', reads: [], population: null, owner: 'HR', finest: 'month' },
      ...{ grains: ['month', 'tertial', 'year'], windows: ['period', 'ytd'], breakdowns: [['organisation']], dimensions: ['organisation'] },
    });
  });

  it('applies a revision to the version it amends, and says what decided each target', async () => {
    const { plans } = await read();
    const [first, second] = plans;
    expect(second).toMatchObject({
      plan: '2026',
      version: 2,
      name: 'Plan 2026',
      vision: 'Nära',
      in_force: { from: '2026-07-01', to: '2026-12-31' },
    });
    expect(second!.changed).toEqual(['I1', 'I3', 'I7', 'A1']);
    expect(
      Object.entries(second!.decided)
        .filter(([, decision]) => decision.date === '2026-06-15')
        .map(([id]) => id),
    ).toEqual(['I1', 'I7']);
    const [goal] = second!.goals;
    expect(goal!.indicators[0]!.target).toEqual({ type: 'at-most', limit: { type: 'number', value: 7.8 }, partly: 8.2 });
    expect(goal!.indicators[2]).toMatchObject({ weight: 1, target: { type: 'better-than-last-year' }, members: { sex: 'K' } });
    expect(goal!.goals[0]!.indicators.map(({ id }) => id)).toEqual(['I4', 'I5', 'I6', 'I7']);
    expect(goal!.goals[0]!.activities).toEqual([]);
    expect(first!.goals[0]!.goals[0]!.activities.map(({ cost }) => cost)).toEqual(['250000 sek']);
    expect(first!.goals[0]).toMatchObject({ coverage: 0.6, counts: 'both', limits: { met: 0.75, partly: 0.4 }, weight: 1, place: null });
  });
});

describe('readProject(a project with little)', () => {
  it('needs no plans, sources, follow-ups, groups, units or schedule', async () => {
    const root = await writeProject({ 'malbild.yaml': 'name: A\ncode: "1"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [year] }\n' });
    expect(await readProject(root)).toMatchObject({
      problems: [],
      sources: [],
      metrics: [],
      plans: [],
      municipality: { as_of: null, place: null, schedule: null },
    });
  });
});
