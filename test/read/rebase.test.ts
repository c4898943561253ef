import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../pipeline/messages/problems.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { edited, writeProject } from './small-project.ts';

const file = 'sql/metrics/hours.sql';
/** What the header's `rebase:` is read as, or what is wrong with it. */
async function readRebase(rebase: string) {
  const { problems, metrics } = await readProject(await writeProject(edited(file, 'unit:', `rebase: ${rebase}\nunit:`)));
  const own = problems.filter(problem => problem.file === file);
  return own.length > 0 ? own.map(formatProblem) : metrics.find(({ id }) => id === 'hours')!.rebase;
}

describe('rebase: in a metric’s header', () => {
  it('is a change from a month on, for all cells and comparable unless said', async () => {
    expect(await readRebase('[{ from: 2025-01-01, reason: Nytt lönesystem }]')).toEqual([
      { from: '2025-01-01', reason: 'Nytt lönesystem', redefined: false, members: {} },
    ]);
  });

  it('may redefine the figure, for some members alone; changes stand in time order', async () => {
    const written = '[{ from: 2026-03-01, reason: B }, { from: 2025-01-01, reason: A, redefined: true, members: { organisation: SOC } }]';
    expect(await readRebase(written)).toEqual([
      { from: '2025-01-01', reason: 'A', redefined: true, members: { organisation: 'SOC' } },
      { from: '2026-03-01', reason: 'B', redefined: false, members: {} },
    ]);
  });

  it.each([
    ['[{ from: 2025-01-15, reason: A }]', '2025-01-15; the first day of a month, as 2025-01-01'],
    ['[{ from: 2025-01-01 }]', 'no `reason`; text'],
    ['[{ from: 2025-01-01, reason: A, redefined: ja }]', 'ja; `true` or `false`'],
    ['[{ from: 2025-01-01, reason: A, to: 2026-01-01 }]', 'unknown key `to`'],
    ['[{ from: 2025-01-01, reason: A, members: { house: X } }]', 'unknown dimension `house`'],
    ['[{ from: 2025-01-01, reason: A }, { from: 2025-01-01, reason: A }]', 'each id once'],
    ['[]', 'at least one change'],
    ['{ from: 2025-01-01, reason: A }', 'a list'],
  ])('%s is told by line', async (rebase, problem) => {
    const found = (await readRebase(rebase)) as string[];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^sql\/metrics\/hours\.sql:\d+: /);
    expect(found[0]).toContain(problem);
  });
});
