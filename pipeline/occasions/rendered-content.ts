import { createHash } from 'node:crypto';
import type { Observation } from '../contract/observation.ts';
import { totalsOf } from '../words/delivery-totals.ts';
import type { RenderInput } from '../words/stages.ts';

/** Observations in one piece of text. */
const AT_ONCE = 1000;

/**
 * The sha256 of what an edition says, apart from `as_of`, delivery dates, freshness and what changed since before: two runs with equal
 * content, project files and program publish one edition.
 */
export function renderedContent(inputs: readonly RenderInput[]): string {
  const hash = createHash('sha256');
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n');
  const hashed = new Set<unknown>();
  for (const { loaded, modelled, findings, cells, judged, followUp } of inputs) {
    add([cells.audience, followUp?.id ?? null, judged, modelled.hierarchies]);
    for (const judgements of judged.judgements) add([judgements.metric, judgements.cells()]);
    for (const { declaration, sources, observations, parts, comparisons } of cells.metrics) {
      add([declaration.id, sources, parts, comparisons]);
      // What two audiences share was said with the first.
      if (hashed.has(observations)) continue;
      hashed.add(observations);
      // Some at a time, so that a large metric is never one string and as bare text, without names.
      for (let from = 0; from < observations.length; from += AT_ONCE)
        hash.update(
          observations
            .slice(from, from + AT_ONCE)
            .map(textOf)
            .join(''),
        );
    }
    add(findings.filter(finding => finding.code !== 'late-source'));
    add(loaded.sources.map(source => [source.declaration.id, source.broken, totalsOf(source.deliveries)]));
  }
  return hash.digest('hex');
}

/** Members may be any text; nothing else in a row holds a comma. */
const textOf = (o: Observation): string =>
  `${o.grain},${o.window},${o.period_start},${o.period_end},${membersText(o.members)},${o.value},${o.numerator},${o.denominator},${o.population},${o.flag},${o.marks.join(' ')}\n`;

const texts = new WeakMap<readonly string[], string>();

/** Rows of one cell share their list of members. */
function membersText(members: readonly string[]): string {
  const known = texts.get(members) ?? JSON.stringify(members);
  texts.set(members, known);
  return known;
}
