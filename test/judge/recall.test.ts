import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge, type JudgeInput } from '../../pipeline/judge/judge.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import type { RecallNow } from '../../pipeline/words/recall.ts';
import type { Judged } from '../../pipeline/words/stages.ts';
import { ABY, expectedCells, reportsAt } from './support/aby.ts';
import { casesTried } from '../cases-tried.ts';

/** Answers as they are kept between runs, and how many were worked out. */
function remembering(): { recall: RecallNow; made(): number } {
  const answers = new Map<string, Buffer>();
  let made = 0;
  const recall: RecallNow = <T>(kind: string, key: string, make: () => T): T => {
    const known = answers.get(`${kind} ${key}`);
    if (known !== undefined) return deserialize(known) as T;
    made++;
    const answer = make();
    answers.set(`${kind} ${key}`, serialize(answer));
    return answer;
  };
  return { recall, made: () => made };
}

const project = await readProject(ABY);
const METRICS = project.metrics.map(expectedCells);
const { municipality } = project;

interface Town {
  asOf: string;
  /** Whose latest row is another, and by how much it is. */
  moved: { metric: number; by: number } | null;
  /** Which metric this audience does not see. */
  hidden: number | null;
  /** What else differs. */
  other: 'nothing' | 'a name' | 'a plan' | 'invented' | 'no groups' | 'decimals';
}

function inputOf({ asOf, moved, hidden, other }: Town): JudgeInput {
  const declared = project.metrics.map(metric =>
    other === 'a name'
      ? { ...metric, name: `${metric.name}!` }
      : other === 'decimals'
        ? { ...metric, decimals: metric.decimals + 1 }
        : metric,
  );
  const metrics = METRICS.map((metric, i) => {
    const rows = metric.observations;
    const last = rows.findLastIndex(row => row.value !== null);
    const by = moved?.metric === i ? moved.by : 0;
    const observations = by === 0 || last < 0 ? rows : rows.with(last, { ...rows[last]!, value: rows[last]!.value! + by });
    return { ...metric, declaration: declared[i]!, observations };
  });
  return {
    project: {
      ...project,
      metrics: declared,
      municipality: other === 'no groups' ? { ...municipality, groups: [] } : municipality,
      plans: other === 'a plan' ? project.plans.map(plan => ({ ...plan, name: `${plan.name}!` })) : project.plans,
    },
    cells: { audience: 'internal', metrics: metrics.filter((_, i) => i !== hidden), reports: reportsAt(asOf) },
    sources: ['absence', 'reports'].map(id => ({
      declaration: { id, kind: id === 'reports' ? ('reports' as const) : ('period' as const), synthetic: other !== 'invented' },
    })),
    hierarchies: {},
    asOf,
  };
}

const town = fc.record<Town>({
  asOf: fc.integer({ min: 0, max: 420 }).map(days => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
  moved: fc.option(fc.record({ metric: fc.nat(METRICS.length - 1), by: fc.constantFrom(1, 5, -2) })),
  hidden: fc.option(fc.nat(METRICS.length - 1), { freq: 5 }),
  other: fc.constantFrom('nothing', 'nothing', 'a name', 'a plan', 'invented', 'no groups', 'decimals'),
});

it('what is recalled of metrics is what would be said of them now', () => {
  const { recall, made } = remembering();
  let asked = 0;
  fc.assert(
    fc.property(town, one => {
      const input = inputOf(one);
      const anew: Judged = judge(input);
      asked += 2 * input.cells.metrics.length;
      expect(judge(input, recall)).toEqual(anew);
      expect(judge(input, recall)).toEqual(anew);
    }),
    { numRuns: casesTried(40) },
  );
  expect(made()).toBeLessThanOrEqual(asked / 2);
});

it('a figure that changes has only its metric, and what rests on it, judged again', () => {
  const base: Town = { asOf: '2026-10-15', moved: null, hidden: null, other: 'nothing' };
  const { recall, made } = remembering();
  judge(inputOf(base), recall);
  expect(made()).toBe(METRICS.length);
  judge(inputOf({ ...base, asOf: '2026-10-28' }), recall);
  expect(made()).toBe(METRICS.length);
  judge(inputOf({ ...base, moved: { metric: 0, by: 1 } }), recall);
  expect(made()).toBe(METRICS.length + 1);
});
