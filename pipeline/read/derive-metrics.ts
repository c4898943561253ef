import { GRAIN_MONTHS } from '../contract/period.ts';
import { problemAt } from '../messages/problems.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';
import type { Problem } from '../words/problem.ts';
import type { Municipality } from '../words/project.ts';
import { fromHeader, type MetricFile } from './metric-defaults.ts';
import type { MetricHeader } from './metric-schema.ts';
import { nameProblem } from './names.ts';
import { inReadingOrder } from './reading-order.ts';
import { overTimeProblem } from './read-measure.ts';
import type { YamlDocument } from './read-yaml.ts';
import { isShared, sharedBreakdowns, type PartShape } from './shared-breakdowns.ts';

export interface DerivedDraft {
  header: MetricHeader;
  document: YamlDocument;
  file: MetricFile;
  expression: Derivation;
}

type Part = { term: MetricTerm; metric: MetricDeclaration };

/** Declares the derived metrics, parts first. What names an unknown or broken part, or itself, is left out with a problem. */
export function deriveMetrics(
  drafts: readonly DerivedDraft[],
  declared: readonly MetricDeclaration[],
  known: readonly string[],
  municipality: Municipality,
  problems: Problem[],
): MetricDeclaration[] {
  const metrics = new Map(declared.map(metric => [metric.id, metric]));
  const { ordered, cyclic } = inReadingOrder(
    drafts.map(draft => ({ id: draft.header.id, reads: metricTerms(draft.expression).map(term => term.id), draft })),
  );
  for (const { item, circle } of cyclic) problems.push(problemAt(item.draft.file.file, lineOf(item.draft), 'part-of-itself', circle));
  const derived: MetricDeclaration[] = [];
  for (const { draft } of ordered) {
    const parts = partsOf(draft, metrics, known, municipality, problems);
    const metric = parts && derive(draft, parts, municipality, problems);
    if (!metric) continue;
    metrics.set(metric.id, metric);
    derived.push(metric);
  }
  return derived;
}

const lineOf = (draft: DerivedDraft): number => draft.document.lineAt(['measure']);

function partsOf(
  draft: DerivedDraft,
  metrics: ReadonlyMap<string, MetricDeclaration>,
  known: readonly string[],
  municipality: Municipality,
  problems: Problem[],
): Part[] | null {
  const before = problems.length;
  const { file } = draft.file;
  const parts = metricTerms(draft.expression).flatMap((term): Part[] => {
    const problem = nameProblem('metric', term.id, { known, live: new Set(metrics.keys()) });
    if (problem) problems.push({ file, line: lineOf(draft), ...problem });
    const metric = metrics.get(term.id);
    if (!metric) return [];
    const because = term.over_time && overTimeProblem(metric.measure, term.over_time);
    if (because) problems.push(problemAt(file, lineOf(draft), 'not-additive', `metric(${term.id}, over_time: ${term.over_time})`, because));
    for (const [dimension, member] of Object.entries(term.members)) {
      const members = Object.keys(municipality.dimensions.find(declared => declared.id === dimension)?.members ?? {});
      if (!metric.dimensions.includes(dimension))
        problems.push(problemAt(file, lineOf(draft), 'metric-lacks', 'dimension', dimension, term.id, metric.dimensions));
      else if (members.length > 0 && ![...members, '*', 'unknown'].includes(member))
        problems.push(problemAt(file, lineOf(draft), 'unknown-name', 'member', member, members));
    }
    return [{ term, metric }];
  });
  return problems.length === before ? parts : null;
}

function derive(draft: DerivedDraft, parts: readonly Part[], municipality: Municipality, problems: Problem[]): MetricDeclaration | null {
  const { header, document, file, expression } = draft;
  const before = problems.length;
  const report = (key: 'grains' | 'windows' | 'breakdowns' | 'measure', kind: string, name: string, shared: readonly string[]) =>
    problems.push(problemAt(file.file, document.lineAt([key in header ? key : 'measure']), 'not-shared', kind, name, shared));
  const metrics = parts.map(part => part.metric);
  const grains = municipality.grains.filter(grain => metrics.every(metric => metric.grains.includes(grain)));
  const oneFinest = metrics.every(metric => metric.finest === metrics[0]!.finest);
  // A rolling window counts finest periods, so it is the same only where those are.
  const windows = metrics[0]!.windows.filter(
    window => metrics.every(metric => metric.windows.includes(window)) && (oneFinest || !window.startsWith('rolling-')),
  );
  const trees = new Set(municipality.dimensions.filter(dimension => dimension.hierarchy !== null).map(dimension => dimension.id));
  const addUp = (dimension: string) => municipality.dimensions.some(({ id, addsUp }) => id === dimension && addsUp);
  const shapes = parts.map(({ term, metric }): PartShape => ({
    breakdowns: metric.breakdowns,
    chosen: term.members,
    whole: metric.measure.type !== 'given' && metric.breakdowns.some(breakdown => breakdown.every(addUp)),
  }));
  const shared = sharedBreakdowns(shapes, trees);

  for (const grain of header.grains ?? []) if (!grains.includes(grain)) report('grains', 'grain', grain, grains);
  for (const window of header.windows ?? []) if (!windows.includes(window)) report('windows', 'window', window, windows);
  for (const breakdown of header.breakdowns ?? [])
    if (!isShared(shapes, breakdown, trees))
      report(
        'breakdowns',
        'breakdown',
        `[${breakdown.join(', ')}]`,
        shared.map(names => `[${names.join(', ')}]`),
      );
  if (grains.length === 0) report('measure', 'grain', 'any', []);
  if (windows.length === 0) report('measure', 'window', 'any', []);
  if (shared.length === 0) report('measure', 'breakdown', 'any', []);
  if (parts.length === 0) problems.push(problemAt(file.file, lineOf(draft), 'needs-key', 'metric(<id>)', 'a derived metric has a part'));
  if (problems.length > before) return null;

  const breakdowns = header.breakdowns ?? shared;
  return {
    ...fromHeader(header, municipality, file),
    measure: { type: 'derived', expression },
    owner: header.owner ?? metrics[0]!.owner,
    population: null,
    time: '',
    finest: [...metrics].sort((a, b) => GRAIN_MONTHS[b.finest] - GRAIN_MONTHS[a.finest])[0]!.finest,
    grains: header.grains ? grains.filter(grain => header.grains!.includes(grain)) : grains,
    windows: header.windows ?? windows,
    breakdowns,
    dimensions: [...new Set(breakdowns.flat())],
  };
}
