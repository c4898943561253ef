import { describe, expect, it } from 'vitest';
import { siteFindings } from '../../pipeline/render/site-findings.ts';
import { siteSources } from '../../pipeline/render/site-sources.ts';
import type { CountedDelivery, Loaded, LoadedSource } from '../../pipeline/words/stages.ts';
import type { Reject } from '../../pipeline/words/delivery.ts';
import type { Finding } from '../../pipeline/words/finding.ts';
import type { Problem } from '../../pipeline/words/problem.ts';
import type { Project } from '../../pipeline/words/project.ts';
import { monthly } from '../measure/measure-over.ts';
import { unrevised } from '../protect/protect-over.ts';

const delivery = (name: string, said: Partial<CountedDelivery> = {}): CountedDelivery => ({
  source: 'hr',
  name,
  received: '2025-02-05',
  sequence: 1,
  sha256: name,
  period: null,
  path: '',
  bytes: 1,
  records: 10,
  loaded: 8,
  rejected: 1,
  ignored: 1,
  superseded: 2,
  ...said,
});
const reject = (said: Partial<Reject> = {}): Reject => ({
  source: 'hr',
  sha256: 'b.csv',
  line: 7,
  column: 'Hours',
  rule: 'type',
  raw: 'SECRET',
  ...said,
});
const loaded = (said: Partial<LoadedSource> = {}, rejects: Reject[] = []): Loaded => ({
  sources: [
    {
      declaration: {
        id: 'hr',
        name: 'Personal',
        owner: 'HR',
        synthetic: true,
        kind: 'period',
        cadence: { every: 'month', due_days: 10 },
        format: { type: 'csv' },
        connector: null,
      } as LoadedSource['declaration'],
      deliveries: [delivery('a.csv'), delivery('b.csv')],
      coverage: monthly('2025-01', '2025-02'),
      broken: false,
      ...said,
    },
  ],
  reports: [],
  rejects,
  findings: [],
});
const only = (given: Loaded, audience: 'public' | 'internal' = 'internal', asOf = '2025-04-10') => siteSources(given, audience, asOf)[0]!;

describe('how a source stands', () => {
  it('records are loaded, rejected or ignored, each extract counted once, the latest delivery first', () => {
    const again = delivery('c.csv', { sha256: 'a.csv' });
    const found = only(loaded({ deliveries: [delivery('a.csv'), delivery('b.csv'), again] }));
    expect(found).toMatchObject({ records: 20, loaded: 16, rejected: 2, ignored: 2, superseded: 4 });
    expect(found.deliveries.map(d => d.name)).toEqual(['c.csv', 'b.csv', 'a.csv']);
    expect(found.records).toBe(found.loaded + found.rejected + found.ignored);
  });

  it('freshness: the last covered day, when the next is due, and late only after that day', () => {
    expect(only(loaded())).toMatchObject({ last_covered: '2025-02-28', due: '2025-04-10', late: false });
    expect(only(loaded(), 'public', '2025-04-11')).toMatchObject({ due: '2025-04-10', late: true });
    expect(only(loaded({ coverage: null }))).toMatchObject({ last_covered: null, due: null, late: false });
  });

  it('rejects name file, line and column internally, rule and count publicly, and never what was found', () => {
    const rejects = [reject(), reject({ line: 9 }), reject({ rule: 'min' }), reject({ source: 'other' })];
    expect(only(loaded({}, rejects)).rejects).toEqual([
      { rule: 'type', count: 1, file: 'b.csv', line: 7, column: 'Hours' },
      { rule: 'type', count: 1, file: 'b.csv', line: 9, column: 'Hours' },
      { rule: 'min', count: 1, file: 'b.csv', line: 7, column: 'Hours' },
    ]);
    expect(only(loaded({}, rejects), 'public').rejects).toEqual([
      { rule: 'min', count: 1, file: null, line: null, column: null },
      { rule: 'type', count: 2, file: null, line: null, column: null },
    ]);
    expect(JSON.stringify([only(loaded({}, rejects)), only(loaded({}, rejects), 'public')])).not.toContain('SECRET');
  });
});

describe('findings', () => {
  const finding = (said: Partial<Finding> = {}): Finding => ({
    code: 'undated-rows',
    severity: 'hold-metric',
    sources: ['hr'],
    metrics: ['sick', 'secret'],
    file: 'sql/metrics/sick.sql',
    line: 3,
    details: { metric: 'Sjukfrånvaro', rows: 2 },
    ...said,
  });
  const problem = { code: 'unknown-key', file: 'malbild.yaml', line: 2, found: '`nme`', allowed: '`name`' };
  const shown = (audience: 'public' | 'internal', findings: Finding[], problems: Problem[] = []) =>
    siteFindings({
      findings,
      project: { problems } as unknown as Project,
      cells: { audience, metrics: [unrevised({ id: 'sick' })], reports: [] },
    });

  it('within say what was found, with file and line, and the problems of the project’s files', () => {
    expect(shown('internal', [finding()], [problem])).toEqual([
      {
        code: 'unknown-key',
        severity: 'hold-metric',
        sources: [],
        metrics: [],
        file: 'malbild.yaml',
        line: 2,
        text: 'malbild.yaml:2: `nme`; `name`',
      },
      { ...finding(), details: undefined, text: 'Sjukfrånvaro: 2 rader saknar datum' },
    ]);
  });

  it('publicly are one for each source and rule, however many files the rejected rows are in', () => {
    const rejected = (file: string, rows: number) =>
      finding({
        code: 'rejected-rows',
        sources: ['hr'],
        metrics: [],
        details: { source: 'Personal', file, rule: 'min', column: 'timmar', rows },
      });
    expect(shown('public', [rejected('a.csv', 1), rejected('b.csv', 2)]).map(({ text }) => text)).toEqual([
      'Personal: 3 rader är avvisade: värdet är för litet',
    ]);
    expect(shown('internal', [rejected('a.csv', 1), rejected('b.csv', 2)])).toHaveLength(2);
  });

  it('publicly say nothing of how many facts are of unknown members: that is the cell `unknown`, which may be hidden', () => {
    const unknown = (rows: number, more: Partial<Finding> = {}) =>
      finding({ code: 'unknown-member', severity: 'warn', file: null, line: null, details: { dimension: 'Kön', rows }, ...more });
    const gone = unknown(3, {
      code: 'not-valid-then',
      details: { dimension: 'Organisation', rows: 3, member: '203', from: '2026-04-01', to: '2026-04-01' },
    });
    expect(shown('public', [unknown(1), gone]).map(({ text }) => text)).toEqual([
      'Rader med ett värde som inte finns i Kön räknas som okänd',
      'Rader om en del av Organisation som inte fanns då räknas som okänd',
    ]);
    const twice = shown('public', [unknown(1), unknown(2, { metrics: ['sick', 'secret'] })]);
    expect(twice.map(({ metrics }) => metrics)).toEqual([['sick']]);
    expect(shown('internal', [unknown(1)])[0]!.text).toBe('1 rad har ett värde som inte finns i Kön och räknas som okänd');
  });

  it('publicly name no file, line or column, and nothing about a metric that the public does not see', () => {
    const public_ = shown(
      'public',
      [
        finding(),
        finding({ metrics: ['secret'] }),
        finding({ metrics: [], code: 'late-source', details: { source: 'Personal', due: '2025-04-10', last: '2025-02-28' } }),
      ],
      [problem],
    );
    expect(public_.map(({ code, metrics, file, line }) => ({ code, metrics, file, line }))).toEqual([
      { code: 'project-files', metrics: [], file: null, line: null },
      { code: 'undated-rows', metrics: ['sick'], file: null, line: null },
      { code: 'late-source', metrics: [], file: null, line: null },
    ]);
    expect(JSON.stringify(public_)).not.toMatch(/secret|malbild\.yaml|sick\.sql/);
  });
});
