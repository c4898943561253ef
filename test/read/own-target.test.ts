import { expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { formatProblem } from '../../pipeline/messages/problems.ts';
import { edited, writeProject } from './small-project.ts';

const file = 'sql/metrics/hours.sql';
const problemsWith = async (target: string): Promise<string[]> => {
  const own = `own_target: { target: ${target}, measures: year, by: 2026-12-31, decided: { by: HR, date: 2026-01-15 } }\n`;
  const { problems, metrics } = await readProject(await writeProject(edited(file, 'unit:', `${own}unit:`)));
  const declared = metrics.find(({ id }) => id === 'hours')?.own_target;
  return [...problems.map(formatProblem), JSON.stringify(declared?.indicator.target ?? null)];
};

it('a header’s own target is read as an indicator’s', async () => {
  expect(await problemsWith('{ at_most: 7, partly: 8 }')).toEqual(['{"type":"at-most","limit":{"type":"number","value":7},"partly":8}']);
});

it('a milestone, and a metric there is not, are told by line', async () => {
  expect((await problemsWith('milestone')).join('\n')).toMatch(
    /^sql\/metrics\/hours\.sql:\d+: `milestone`; left out: a milestone has no metric/m,
  );
  expect((await problemsWith('none')).join('\n')).toMatch(/^sql\/metrics\/hours\.sql:\d+: `none`; left out: a target of its own is one/m);
  expect((await problemsWith('{ at_most: metric(nope) }')).join('\n')).toMatch(/^sql\/metrics\/hours\.sql:\d+: unknown metric `nope`/m);
});
