import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, problemsOf } from './problems-of.ts';
import { edited, smallProject, writeProject, type Files } from './small-project.ts';

const noPlans = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !name.includes('plans')));
const national = 'sql/metrics/national.sql';
const uncertain = 'sql/metrics/uncertain.sql';
const withMargin = (said: string): Files => edited(national, 'kolada: N00090', `margin: ${said}`, noPlans);
const both = (breakdowns: string): Files => ({
  ...withMargin('metric(uncertain)'),
  [uncertain]: noPlans[national]!.replace('id: national', 'id: uncertain').replace('[[municipality]]', breakdowns),
});

describe('a metric’s margin of error', () => {
  it('is another metric with the same dimensions', async () => {
    const { metrics, problems } = await readProject(await writeProject(both('[[municipality]]')));
    expect(problems).toEqual([]);
    expect(metrics.find(({ id }) => id === 'national')!.margin).toBe('uncertain');
    expect(metrics.find(({ id }) => id === 'uncertain')!.margin).toBeNull();
  });

  it('that is not takes the metric out', async () => {
    const { metrics, problems } = await readProject(await writeProject(both('[[]]')));
    expect(problems).toEqual([at(11, 'metric-lacks', 'dimension', 'municipality', 'uncertain', [])(national)]);
    expect(metrics.map(({ id }) => id)).not.toContain('national');
  });

  it.each([
    ['a text', at(11, 'wrong-value', 'a text', 'metric(<id>)')],
    ['metric(national)', at(11, 'wrong-value', '`metric(national)`', 'another metric: its margin of error')],
    ['metric(nationel)', at(11, 'unknown-name', 'measured or given metric', 'nationel', ['hours', 'national', 'sick-leave', 'spell'])],
    [
      'metric(sick-per-hour)',
      at(11, 'unknown-name', 'measured or given metric', 'sick-per-hour', ['hours', 'national', 'sick-leave', 'spell']),
    ],
  ])('%s is refused', async (said, problem) => {
    expect(await problemsOf(withMargin(said))).toEqual([problem(national)]);
  });
});
