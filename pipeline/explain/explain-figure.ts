import { join } from 'node:path';
import { isRevision } from '../contract/is-revision.ts';
import type { Manifest } from '../contract/manifest.ts';
import { keyOf, type Observation } from '../contract/observation.ts';
import { unitLabel } from '../contract/unit-label.ts';
import type { Effects } from '../effects/effects.ts';
import { load } from '../load/load.ts';
import { measure } from '../measure/measure.ts';
import { model } from '../model/model.ts';
import { keepForRun } from '../occasions/keeping.ts';
import { narrowToMetric } from '../occasions/narrow-to-metric.ts';
import { editionBefore } from '../publish/current.ts';
import { editionFolder } from '../publish/publication.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readTree } from '../publish/read-tree.ts';
import { withRun } from '../with-run.ts';
import { takeLock } from '../state/lock.ts';
import type { Deliveries } from '../words/delivery.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { metricTerms } from '../words/metric-terms.ts';
import type { RunOptions } from '../words/run.ts';
import type { AskedFigure, Explanation, Stop } from './explanation.ts';
import { explainPart, type Ground } from './explain-part.ts';
import { askedMembers, publishedFigure } from './published-figure.ts';
import { rejectsBehind } from './rejects-behind.ts';
import type { WalkedCell } from './walk-rows.ts';

/**
 * Walks a figure of the edition that readers see back to its metric's SQL, the extracts and the lines in them, with the rejects that could have counted, as
 * far as an audience may see: deliveries are those of the edition, and SQL is the project's. Nothing is fetched or published. Throws ExpectedError
 * where there is no such figure, LockHeldError where a run is going on.
 */
export async function explainFigure(options: RunOptions, effects: Effects, asked: AskedFigure): Promise<Explanation> {
  const folders = { state: join(options.project, '.malbild'), dist: options.out };
  const edition = await editionBefore(folders.dist);
  if (edition === null) throw new ExpectedError(`nothing is published in ${folders.dist}; \`malbild run\` makes the first edition`);
  const tree = `${editionFolder(folders.dist, edition)}/${asked.audience}`;
  const manifest = await readManifest(tree);
  const rows = await (await readTree(tree)).observations(asked.metric);
  if (rows === null)
    throw new ExpectedError(
      `there is no metric '${asked.metric}' for the ${asked.audience} audience; allowed: ${manifest.metrics.map(({ id }) => id).join(', ')}`,
    );
  const lock = await takeLock(folders.state, 'malbild explain', effects.now());
  try {
    return await withRun(
      { ...options, asOf: manifest.as_of, fetch: 'never' },
      folders,
      effects,
      async ({ project, deliveries, kept }, asOf) => {
        const warehouse = await kept.open();
        const loaded = await load(project, ofEdition(deliveries, manifest), asOf, warehouse, folders.state, effects);
        const modelled = await model(project, loaded, warehouse, effects, kept.answers.recall);
        const measured = await measure(project, loaded, modelled, asOf, warehouse, effects, kept.answers.recall);
        return walk(asked, rows, { manifest, project, loaded, modelled, measured, warehouse });
      },
      keepForRun,
      project => narrowToMetric(project, asked.metric),
    );
  } finally {
    lock.release();
  }
}

/** The deliveries that the edition was made of. */
function ofEdition({ deliveries, refused }: Deliveries, { inputs }: Manifest): Deliveries {
  const keys = new Set(inputs.deliveries.map(keyOfDelivery));
  return { deliveries: deliveries.filter(delivery => keys.has(keyOfDelivery(delivery))), refused };
}

const keyOfDelivery = ({ source, name, received, sequence, sha256 }: Manifest['inputs']['deliveries'][number]): string =>
  JSON.stringify([source, name, received, sequence, sha256]);

async function walk(asked: AskedFigure, rows: readonly Observation[], ground: Ground): Promise<Explanation> {
  const { manifest, project, measured } = ground;
  const metric = measured.metrics.find(({ declaration }) => declaration.id === asked.metric);
  if (!metric) throw new ExpectedError(`${asked.metric} is published, and in the project there is no such metric now`);
  const { declaration } = metric;
  const members = askedMembers(declaration, project.municipality, asked);
  const figure = publishedFigure(rows, declaration, members, asked);
  const stops: Stop | null = asked.audience === 'public' ? 'audience' : figure.flag === 'suppressed' ? 'suppressed' : null;
  const parts = [];
  for (const cell of cellsOf({ metric, at: figure, members, over_time: null }, ground))
    parts.push(await explainPart(cell, ground, stops === null));
  const isWalked = parts.some(({ extracts }) => extracts.some(({ lines }) => lines !== null));
  const { name, decimals } = declaration;
  const unit = unitLabel(declaration.unit, project.municipality.units_of_measure);
  return {
    edition: { id: manifest.edition, as_of: manifest.as_of, audience: asked.audience },
    figure: { metric: asked.metric, name, unit, decimals, ...figure, members: byDimension(declaration, members) },
    stops: stops ?? (isWalked ? null : 'no-rows'),
    comes_out: comesOut(
      figure,
      metric.observations.find(row => keyOf(row) === keyOf(figure)),
    ),
    parts,
    rejects: rejectsBehind(parts, ground.loaded, asked.audience),
  };
}

const byDimension = ({ dimensions }: MetricDeclaration, members: readonly string[]): Record<string, string> =>
  Object.fromEntries(dimensions.map((dimension, i) => [dimension, members[i]!]));

/** A cell, and for a derived metric the cells that it is made of, down to those over facts. */
function cellsOf(cell: WalkedCell, ground: Ground): WalkedCell[] {
  const { declaration } = cell.metric;
  if (declaration.measure.type !== 'derived') return [cell];
  const own = byDimension(declaration, cell.members);
  return [
    cell,
    ...metricTerms(declaration.measure.expression).flatMap(term => {
      const metric = ground.measured.metrics.find(other => other.declaration.id === term.id);
      if (!metric) return [];
      const members = metric.declaration.dimensions.map(dimension => term.members[dimension] ?? own[dimension] ?? '*');
      return cellsOf({ metric, at: cell.at, members, over_time: term.over_time }, ground);
    }),
  ];
}

function comesOut(published: Observation, now: Observation | undefined): boolean | null {
  if (published.value === null || published.marks.includes('held')) return null;
  return now !== undefined && now.value !== null && !isRevision(published.value, now.value);
}
