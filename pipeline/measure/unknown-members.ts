import { rows } from '../warehouse/query.ts';
import { identifier } from '../warehouse/sql-text.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import type { FactsPlan } from './facts-plan.ts';
import { placedBody, standing } from './facts-table.ts';
import { SUMS } from './sums.ts';
import { placementTable, UNKNOWN } from './tree-tables.ts';

/**
 * Facts that went to `unknown`: of a node that is known, but not valid on their date (named, with the dates), and of
 * anything else (counted only: what stands in a wrong column may be about a person). Empty members are not findings, and
 * a row without a date is one of its own.
 */
export async function unknownMembers(warehouse: Warehouse, plan: FactsPlan, group: readonly MetricDeclaration[]): Promise<Finding[]> {
  const time = identifier(plan.shared.time);
  const found: Finding[] = [];
  for (const dimension of plan.dimensions) {
    const column = identifier(dimension.id);
    const known = dimension.hierarchy === null ? 'false' : `${column} in (select node from ${placementTable(dimension.id)})`;
    const unknown = `${standing(dimension.id)} = ${dimension.hierarchy === null ? "'unknown'" : UNKNOWN}`;
    // Most have none, and then the body is not read again to name them.
    if ((await rows(warehouse, `select 1 from ${SUMS} where ${unknown} limit 1`)).length === 0) continue;
    const result = await rows(
      warehouse,
      `${placedBody(plan)} select case when ${known} then ${column}::varchar end as member, count(*)::integer, min(${time})::varchar, max(${time})::varchar
       from placed where ${unknown} and ${column}::varchar <> '' and (${time} is not null or not ${known}) group by all order by all`,
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
