import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../pipeline/contract/observation.ts';
import type { Protected } from '../../../pipeline/words/stages.ts';
import { count, distinct, measureOver, monthly, nodesOf, ratio, sum, type Town } from '../../measure/measure-over.ts';
import { tempFolder } from '../../temp-folder.ts';
import { auditOver } from '../audit-over.ts';
import { protectOver } from '../protect-over.ts';

/** So many facts alike, as lines of a town's table, each of somebody else. */
const lines = (many: number, line: string): string => Array.from({ length: many }, (_, i) => `${line} p${i}`).join('\n');

const months = ['2025-01', '2025-02', '2025-03', '2025-04'];

async function firstEdition(town: Omit<Town, 'asOf' | 'nodes'> & { nodes: string }): Promise<{ shown: Protected; found: string[] }> {
  const measured = await measureOver({ ...town, asOf: '2025-06-01' });
  const shown = await protectOver(measured.metrics);
  return {
    shown,
    found: await auditOver({ dist: await tempFolder(), edition: 'one', nodes: nodesOf(town.nodes), metrics: shown.metrics }),
  };
}

const hidden = ({ metrics }: Protected): string[] =>
  metrics.flatMap(({ observations }) => observations.filter(({ flag }) => flag === 'suppressed').map(keyOf));

describe('what hides knows what the auditor does', () => {
  it('trap 18: where there is nothing to divide by, the denominator is seen to be 0, and so is each month of such a tertial', async () => {
    // C has cases and no hours: facts of nobody. A is small in January and February.
    const facts = [
      'day organisation hours:integer cases:integer who',
      ...months.map((month, i) => lines(i < 2 ? 3 : 9, `${month}-10 A 8 1`)),
      ...months.map(month => lines(30, `${month}-10 B 8 1`).replaceAll(' p', ' q')),
      ...months.map(month => `${month}-10 C 0 1 -`),
    ].join('\n');
    const { shown, found } = await firstEdition({
      facts,
      nodes: 'id parent from to\nA - - -\nB - - -\nC - - -',
      covered: monthly('2025-01', '2025-04'),
      metrics: [{ measure: ratio(sum('cases'), sum('hours')), population: distinct('who'), grains: ['month', 'tertial'] }],
    });
    expect(hidden(shown)).not.toEqual([]);
    expect(found).toEqual([]);
  });

  it('trap 19: a comparison that is hidden for one year’s sake does not hide the other year’s own row', async () => {
    // A is small this year; what it is compared with is all that was covered of the year before.
    const year = (of: string, many: (unit: string) => number): string =>
      ['01', '03', '04', ...(of === '2025' ? ['02'] : [])]
        .flatMap(month => ['A', 'B', 'C'].map(unit => lines(many(unit), `${of}-${month}-10 ${unit} ${unit === 'C' ? 0 : 1}`)))
        .join('\n');
    const { shown, found } = await firstEdition({
      facts: `day organisation ill:integer who\n${year('2024', () => 20)}\n${year('2025', unit => ({ A: 3, B: 20 })[unit] ?? 9)}`,
      nodes: 'id parent from to\nA - - -\nB - - -\nC - - -',
      covered: monthly('2024-01', '2025-04', { except: ['2024-02'] }),
      metrics: [{ measure: ratio(sum('ill'), count(null)), population: distinct('who'), grains: ['tertial'] }],
    });
    expect(hidden(shown)).toEqual(['tertial|period|2025-01-01|A', 'tertial|period|2025-01-01|C']);
    expect(found).toEqual([]);
  });
});
