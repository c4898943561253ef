import { totalsOf } from '../words/delivery-totals.ts';
import type { RenderInput } from '../words/stages.ts';

/**
 * What an edition says, apart from `as_of`, delivery dates, freshness and what changed since before: two runs with equal
 * content, project files and program publish one edition.
 */
export const renderedContent = (inputs: readonly RenderInput[]): unknown =>
  inputs.map(({ loaded, modelled, findings, cells, judged, followUp }) => ({
    audience: cells.audience,
    metrics: cells.metrics.map(({ declaration, sources, observations, parts, comparisons }) => ({
      id: declaration.id,
      sources,
      observations,
      parts,
      comparisons,
    })),
    judged,
    hierarchies: modelled.hierarchies,
    findings,
    sources: loaded.sources.map(source => ({ id: source.declaration.id, broken: source.broken, ...totalsOf(source.deliveries) })),
    followUp: followUp?.id ?? null,
  }));
