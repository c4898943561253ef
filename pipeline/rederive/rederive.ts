import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { plainRows } from '../warehouse/plain-rows.ts';
import { QueryError } from '../warehouse/query.ts';
import type { Finding } from '../words/finding.ts';
import { metricTerms, withParts, type MetricTerm } from '../words/metric-terms.ts';
import type { Project } from '../words/project.ts';
import { noRecall, type Recall } from '../words/recall.ts';
import type { Loaded, Measured, MeasuredMetric, Modelled, Warehouse } from '../words/stages.ts';
import { asking, sourcesOf, variantKey } from './asking.ts';
import { compare, differenceAt, type Difference, type Seen } from './compare.ts';
import { derivedRows } from './derived.ts';
import { SAMPLE, type Extent } from './extent.ts';
import { differs, holdAlso, notRederived } from './findings.ts';
import { givenColumns, givenRows } from './given.ts';
import { Places } from './places.ts';
import type { Asked, Context } from './read-body.ts';
import { rederiveBody, type Again } from './rederive-body.ts';
import type { Recomputed } from './recompute.ts';
import { spanKey } from './spans.ts';

const NO_ROWS = new Map<string, never>();

/** A metric as it came out once more, for those derived from it; null where it could not be, or was not, computed. */
type Outcome = { dimensions: readonly string[]; again: Pick<Again, 'rows' | 'seen'> } | null;

/** What one checking of a run works with, and what it has come to. */
interface Rederiving extends Context {
  project: Project;
  loaded: Loaded;
  modelled: Modelled;
  effects: Effects;
  /** Those that are checked, and what they are made of. */
  metrics: readonly MeasuredMetric[];
  outcomes: Map<string, Outcome>;
  findings: Finding[];
}

/**
 * Computes figures a second time, from the rows of the marts and by other means than `measure` (nothing is summed by SQL, no
 * code is shared), and holds the metrics that do not come out the same. A run checks a sample: the latest settled period
 * and some windows by chance, with every cell of theirs. Held metrics are passed over: nothing new is published of them; so are those that came out the
 * same before over the very same facts (`recall`).
 */
export async function rederive(
  project: Project,
  loaded: Loaded,
  modelled: Modelled,
  measured: Measured,
  asOf: Day,
  warehouse: Warehouse,
  effects: Effects,
  recall: Recall = noRecall,
  extent: Extent = SAMPLE,
): Promise<Measured> {
  const places = new Map(Object.entries(modelled.hierarchies).map(([dimension, nodes]) => [dimension, new Places(nodes)]));
  const unchecked = await withoutChecked(measured, recall);
  const ids = unchecked.map(({ declaration }) => declaration.id);
  const all = measured.metrics.map(({ declaration }) => declaration);
  const needed = new Set(withParts(ids, all));
  const metrics = measured.metrics.filter(({ declaration }) => needed.has(declaration));
  const r: Rederiving = { project, loaded, modelled, asOf, warehouse, effects, extent, places, metrics, outcomes: new Map(), findings: [] };
  for (const group of asking(metrics, loaded, modelled, r)) await overFacts(group, r);
  for (const metric of metrics) if (metric.declaration.measure.type === 'given') await given(metric, r);
  for (const metric of metrics) if (metric.declaration.measure.type === 'derived') derived(metric, r);
  const wrong = new Set(r.findings.flatMap(finding => finding.metrics));
  for (const { declaration } of unchecked)
    if (!wrong.has(declaration.id)) await recall('rederived', measured.keys.get(declaration.id) ?? '', async () => true);
  return { ...measured, held: holdAlso(measured, r.findings), findings: [...measured.findings, ...r.findings] };
}

/** Metrics that nothing holds, but for those that have come out the same over the same facts. */
async function withoutChecked({ metrics, held, keys }: Measured, recall: Recall): Promise<MeasuredMetric[]> {
  const unchecked: MeasuredMetric[] = [];
  for (const metric of metrics) {
    const { id } = metric.declaration;
    const key = keys.get(id);
    const checked =
      key !== undefined &&
      (await recall(
        'rederived',
        key,
        async () => false,
        isChecked => isChecked,
      ));
    if (!held.has(id) && !checked) unchecked.push(metric);
  }
  return unchecked;
}

async function overFacts(group: readonly Asked[], r: Rederiving): Promise<void> {
  const ids = new Set(group.flatMap(({ declaration }) => declaration.dimensions));
  const dimensions = r.project.municipality.dimensions.filter(({ id }) => ids.has(id));
  for (const { metric } of group) r.effects.log.step('rederive.metric', metric.declaration.id);
  try {
    await r.modelled.ensure(group[0]!.declaration.reads);
    for (const again of await rederiveBody(group, dimensions, r)) {
      const { declaration, metric } = again.asked;
      r.outcomes.set(variantKey(declaration), { dimensions: declaration.dimensions, again });
      if (declaration.over_time === metric.declaration.over_time)
        conclude(metric, [...wholeOf(metric, again), ...compare(metric, again.rows, again.seen)], r);
    }
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    for (const { metric } of group) r.findings.push(notRederived(metric.declaration, error));
  }
}

/** What can be told of all of a metric without summing it: the whole has a row for every window, and every row of the body is counted. */
function wholeOf({ observations, rows }: MeasuredMetric, { spans, counts }: Again): Difference[] {
  const due = new Map(spans.map(span => [spanKey(span), span]));
  const found: Difference[] = [];
  for (const row of observations) {
    if (!row.members.every(member => member === '*')) continue;
    if (!due.delete(spanKey(row))) found.push(differenceAt(row, 'another row'));
  }
  const lost = [...due.values()].map(span => differenceAt({ ...span, members: ['*'] }, 'no row'));
  const same = rows?.body === counts.body && rows.whole === counts.whole && rows.outside === counts.outside;
  return [...(same ? [] : [{ period: '', members: [], what: 'rows' as const }]), ...found, ...lost];
}

async function given(metric: MeasuredMetric, r: Rederiving): Promise<void> {
  const { declaration } = metric;
  r.effects.log.step('rederive.metric', declaration.id);
  try {
    await r.modelled.ensure(declaration.reads);
    const rows = await plainRows(r.warehouse, declaration, givenColumns(declaration), [], null);
    const observations = givenRows(declaration, rows, sourcesOf(metric, r.loaded, r.modelled));
    finish(metric, { observations, parts: NO_ROWS, comparisons: NO_ROWS }, () => true, r);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    r.findings.push(notRederived(declaration, error));
  }
}

/** A derived metric, once what it is made of has been computed again: derived metrics among it first. */
function derived(metric: MeasuredMetric, r: Rederiving): Outcome {
  const { declaration } = metric;
  const key = variantKey(declaration);
  const known = r.outcomes.get(key);
  if (known !== undefined || declaration.measure.type !== 'derived') return known ?? null;
  r.effects.log.step('rederive.metric', declaration.id);
  r.outcomes.set(key, null);
  const terms = metricTerms(declaration.measure.expression);
  const parts = new Map(terms.map(term => [term, partOf(term, r)]));
  if (![...parts.values()].every(part => part !== null)) return null;
  const rows = derivedRows(declaration, term => {
    const { dimensions, again } = parts.get(term)!;
    return { dimensions, rows: again.rows };
  });
  const seen: Seen = row =>
    terms.every(term => {
      const { dimensions, again } = parts.get(term)!;
      return again.seen({ ...row, members: dimensions.map(d => term.members[d] ?? row.members[declaration.dimensions.indexOf(d)] ?? '*') });
    });
  return finish(metric, rows, seen, r);
}

function partOf(term: MetricTerm, r: Rederiving): Outcome {
  const metric = r.metrics.find(({ declaration }) => declaration.id === term.id);
  if (metric === undefined) return null;
  if (metric.declaration.measure.type === 'derived') return derived(metric, r);
  return r.outcomes.get(variantKey({ id: term.id, over_time: term.over_time ?? metric.declaration.over_time })) ?? null;
}

function finish(metric: MeasuredMetric, rows: Recomputed, seen: Seen, r: Rederiving): Outcome {
  const outcome = { dimensions: metric.declaration.dimensions, again: { rows, seen } };
  r.outcomes.set(variantKey(metric.declaration), outcome);
  conclude(metric, compare(metric, rows, seen), r);
  return outcome;
}

function conclude({ declaration }: MeasuredMetric, differences: readonly Difference[], r: Rederiving): void {
  if (differences.length > 0) r.findings.push(differs(declaration, differences));
}
