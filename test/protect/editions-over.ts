import { measureOver, nodesOf, type Town } from '../measure/measure-over.ts';
import { isMeasured } from '../../pipeline/occasions/is-measured.ts';
import type { Protected, ProtectedMetric } from '../../pipeline/words/stages.ts';
import { auditOver } from './audit-over.ts';
import { earlierTree, protectOver } from './protect-over.ts';

/** What an edition of a town is made of, all but its day. */
export type ToldTown = Omit<Town, 'asOf' | 'nodes'> & { nodes: string };

/** What an edition shows, and what the auditor finds in it and in those before it. */
export interface ToldEdition {
  shown: Protected;
  found: string[];
}

/** Editions of a town in a folder, each with the one before it as what readers have seen. */
export async function editionsOf(towns: readonly ToldTown[], dist: string): Promise<ToldEdition[]> {
  const told: ToldEdition[] = [];
  for (const [i, town] of towns.entries()) {
    const measured = await measureOver({ ...town, asOf: '2025-08-01' });
    const before = told.at(-1)?.shown.metrics;
    const shown = await protectOver(measured.metrics, { earlier: { before: before === undefined ? null : shownBefore(before) } });
    const written = { dist, edition: `e${i}`, previous: i === 0 ? null : `e${i - 1}`, nodes: nodesOf(town.nodes), metrics: shown.metrics };
    told.push({ shown, found: await auditOver(written, isMeasured(measured)) });
  }
  return told;
}

const shownBefore = (metrics: readonly ProtectedMetric[]) => {
  const byId = <T>(of: (metric: ProtectedMetric) => T) => Object.fromEntries(metrics.map(metric => [metric.declaration.id, of(metric)]));
  return earlierTree(
    byId(({ observations }) => observations),
    null,
    byId(({ parts }) => parts),
  );
};
