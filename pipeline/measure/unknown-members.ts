import { rows } from '../warehouse/query.ts';
import { identifier } from '../warehouse/sql-text.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';
import { placementTable, standing } from './facts-table.ts';

/**
 * Facts that went to `unknown`: of a node that is known, but not valid on their date (named, with the dates), and of
 * anything else (counted only: what stands in a wrong column may be about a person). Empty members are not findings, and
 * a row without a date is one of its own.
 */
export async function unknownMembers(
  warehouse: Warehouse,
  facts: string,
  dimensions: readonly Dimension[],
  group: readonly MetricDeclaration[],
): Promise<Finding[]> {
  const time = identifier(group[0]!.time);
  const found: Finding[] = [];
  for (const dimension of dimensions) {
    const column = identifier(dimension.id);
    const known = dimension.hierarchy === null ? 'false' : `${column} in (select node from ${placementTable(dimension.id)})`;
    const unknown = dimension.hierarchy === null ? `${standing(dimension.id)} = 'unknown'` : `${standing(dimension.id)} = 0`;
    const result = await rows(
      warehouse,
      `select case when ${known} then ${column}::varchar end as member, count(*)::integer, min(${time})::varchar, max(${time})::varchar
       from ${identifier(facts)} where ${unknown} and ${column}::varchar <> '' and (${time} is not null or not ${known}) group by all order by all`,
    );
    const metrics = group.filter(metric => metric.dimensions.includes(dimension.id)).map(metric => metric.id);
    for (const [member, count, from, to] of result) {
      const details = { dimension: dimension.name, rows: Number(count) };
      const finding = { severity: 'warn' as const, sources: [], metrics, file: null, line: null };
      if (member === null) found.push({ ...finding, code: 'unknown-member', details });
      else
        found.push({
          ...finding,
          code: 'not-valid-then',
          details: { ...details, member: String(member), from: String(from), to: String(to) },
        });
    }
  }
  return found;
}

/** The same finding about several metrics is one finding. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify({ ...finding, metrics: [] });
    const same = merged.get(key);
    merged.set(key, same ? { ...same, metrics: [...new Set([...same.metrics, ...finding.metrics])].sort() } : finding);
  }
  return [...merged.values()];
}
