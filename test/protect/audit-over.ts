import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditTree } from '../../pipeline/audit/audit-tree.ts';
import type { IsSo } from '../../pipeline/audit/is-so.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { observationFields, observationHeader } from '../../pipeline/render/observation-columns.ts';
import type { Aggregate, MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { ProtectedMetric } from '../../pipeline/words/stages.ts';

/** An edition as the auditor reads it: its tables and what its metrics measure, in `<dist>/<edition>/public`. */
export interface WrittenEdition {
  /** A folder of editions. */
  dist: string;
  edition: string;
  previous?: string | null;
  nodes: readonly HierarchyNode[];
  metrics: readonly ProtectedMetric[];
}

/** Writes an edition of protected metrics, and says which hidden rows the auditor finds to follow: `determined total 2025-01-01 A`. */
export async function auditOver(
  { dist, edition, previous = null, nodes, metrics }: WrittenEdition,
  isSo: IsSo | null = null,
): Promise<string[]> {
  const tree = join(dist, edition, 'public');
  for (const folder of ['observations', 'parts']) await mkdir(join(tree, 'data', folder), { recursive: true });
  const paths: string[] = [];
  const write = async (path: string, lines: readonly (readonly unknown[])[]): Promise<void> => {
    paths.push(path);
    await writeFile(join(tree, path), lines.map(line => `${line.map(cell => cell ?? '').join()}\n`).join(''));
  };
  for (const { declaration, observations, parts } of metrics) {
    const { id, dimensions } = declaration;
    const header = observationHeader(dimensions);
    await write(`data/observations/${id}.csv`, [header, ...observations.map(row => observationFields(id, row))]);
    if (parts.length === 0) continue;
    await write(`data/parts/${id}.csv`, [[...header, 'parent'], ...parts.map(part => [...observationFields(id, part), part.parent])]);
  }
  const manifest = {
    ...{ edition, previous, audience: 'public', as_of: '2026-12-31', hierarchies: { organisation: nodes } },
    metrics: metrics.map(({ declaration }) => ({ id: declaration.id, sql: sqlOf(declaration), json: {} })),
    files: paths.map(path => ({ path })),
  };
  await writeFile(join(tree, 'data/manifest.json'), JSON.stringify(manifest));
  const { findings } = await auditTree(tree, null, isSo);
  const said = findings.map(({ kind, of, at }) => [kind, of, ...at.slice(1).filter(word => word !== 'period')].join(' '));
  return [...new Set(said)].sort();
}

function sqlOf({ time, body, measure, population, over_time, threshold, zero }: MetricDeclaration): string {
  const measures =
    measure.type === 'ratio'
      ? { numerator: textOf(measure.numerator), denominator: textOf(measure.denominator) }
      : { measure: measure.type === 'aggregate' ? textOf(measure.aggregate) : '' };
  const header = { time, over_time, threshold, zero, ...measures, ...(population === null ? {} : { population: textOf(population) }) };
  const lines = Object.entries(header).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `/*\n${lines.join('')}*/\n${body}\n`;
}

function textOf({ function: name, argument, filter }: Aggregate): string {
  const [called, distinct] = name === 'count-distinct' ? ['count', 'distinct '] : [name, ''];
  return `${called}(${distinct}${argument ?? '*'})${filter === null ? '' : ` filter (where ${filter})`}`;
}
