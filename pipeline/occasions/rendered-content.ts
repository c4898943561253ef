import { createHash } from 'node:crypto';
import { totalsOf } from '../words/delivery-totals.ts';
import { digestOnce, rowsDigest } from '../words/rows-digest.ts';
import type { RenderInput } from '../words/stages.ts';

/**
 * The sha256 of what an edition says, apart from `as_of`, delivery dates, freshness and what changed since before: two runs with equal
 * content, project files and program publish one edition.
 */
export function renderedContent(inputs: readonly RenderInput[]): string {
  const hash = createHash('sha256');
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n');
  for (const { loaded, modelled, findings, cells, judged, followUp } of inputs) {
    const { judgements, ...said } = judged;
    add([cells.audience, followUp?.id ?? null, said, modelled.hierarchies]);
    for (const { metric, own_target, cells: judgedCells } of judgements) add([metric, own_target, digestOnce(judgedCells)]);
    for (const { declaration, sources, observations, parts, comparisons, revisions } of cells.metrics)
      add([declaration.id, sources, digestOnce(parts), digestOnce(comparisons), digestOnce(revisions), rowsDigest(observations)]);
    add(findings.filter(finding => finding.code !== 'late-source'));
    add(loaded.sources.map(source => [source.declaration.id, source.broken, totalsOf(source.deliveries)]));
  }
  return hash.digest('hex');
}
