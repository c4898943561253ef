import { FLAGS, sortMarks, type Flag, type Mark, type Observation } from '../contract/observation.ts';
import { firstDay, GRAIN_MONTHS, lastDay, monthOf, periodEnd, periodStart } from '../contract/period.ts';
import { rows } from '../warehouse/query.ts';
import { asSubquery, identifier } from '../warehouse/sql-text.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { LoadedSource, MeasuredMetric, Warehouse } from '../words/stages.ts';
import { isPreliminary } from './coverage.ts';
import { metricFinding } from './metric-finding.ts';

/** An imported aggregate: rows as they are given; none added, no sums assumed. Throws QueryError where the body fails. */
export async function measureGiven(
  declaration: MetricDeclaration,
  sources: readonly LoadedSource[],
  warehouse: Warehouse,
): Promise<{ metrics: MeasuredMetric[]; findings: Finding[] }> {
  if (declaration.measure.type !== 'given') throw new Error('not a given metric');
  const { value, flag, preliminary } = declaration.measure;
  const columns = [
    `${identifier(declaration.time)}::date::varchar`,
    `${identifier(value)}::double`,
    flag ? "nullif(flag::varchar, '')" : 'null',
    preliminary ? 'preliminary' : 'null',
  ];
  const members = declaration.dimensions.map(d => `${identifier(d)}::varchar`);
  const found = await rows(warehouse, `select ${[...columns, ...members].join(', ')} from ${asSubquery(declaration.body)} order by all`);
  const everywhere: Mark[] = sources.some(s => s.declaration.synthetic) ? ['example'] : [];
  const dated = sources.filter(source => source.coverage !== null);
  const seen = new Set<string>();
  const undated = found.filter(([time]) => time === null).length;
  const findings: Finding[] = undated > 0 ? [metricFinding('undated-rows', declaration, { rows: undated })] : [];
  const observations: Observation[] = [];
  for (const [time, number, state, revisable, ...at] of found) {
    if (time === null) continue;
    const start = periodStart(monthOf(String(time)), declaration.finest);
    const names = at.map(member => (member === null || member === '' ? 'unknown' : String(member)));
    const key = JSON.stringify([start, ...names]);
    if (seen.has(key)) {
      findings.push(metricFinding('given-twice', declaration, { period: firstDay(start), members: names.join(', ') }));
      continue;
    }
    seen.add(key);
    const isEarly = revisable === true || isPreliminary(dated, start, GRAIN_MONTHS[declaration.finest]);
    const flagged = flagOf(state === null ? null : String(state), number === null, declaration, findings);
    observations.push({
      grain: declaration.finest,
      window: 'period',
      period_start: firstDay(start),
      period_end: lastDay(periodEnd(start, declaration.finest)),
      members: names,
      value: flagged === null ? Number(number) : null,
      numerator: null,
      denominator: null,
      population: null,
      flag: flagged,
      marks: isEarly ? sortMarks([...everywhere, 'preliminary']) : everywhere,
    });
  }
  const metric = {
    declaration,
    sources: sources.map(s => s.declaration.id),
    observations,
    parts: [],
    comparisons: [],
    origins: new Map(),
    compared_origins: new Map(),
    composition: null,
    rows: null,
  };
  return { metrics: [metric], findings };
}

/** No value and no flag is missing, never zero; a flag outside the list holds the metric. */
function flagOf(state: string | null, empty: boolean, declaration: MetricDeclaration, findings: Finding[]): Flag | null {
  if (state === null) return empty ? 'missing' : null;
  if ((FLAGS as readonly string[]).includes(state)) return state as Flag;
  findings.push(metricFinding('unknown-flag', declaration, { flag: state, allowed: FLAGS.join(', ') }));
  return 'missing';
}
