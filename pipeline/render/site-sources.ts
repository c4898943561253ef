import type { Day } from '../contract/period.ts';
import { lastDay } from '../contract/period.ts';
import type { SiteSource } from '../contract/site.ts';
import type { AudienceName } from '../words/project.ts';
import { totalsOf } from '../words/delivery-totals.ts';
import { lateness } from '../words/lateness.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { CountedDelivery, Loaded, LoadedSource } from '../words/stages.ts';

/** How each source stands: freshness, and records = loaded + rejected + ignored. Rejects name lines internally alone. */
export const siteSources = (loaded: Loaded, audience: AudienceName, asOf: Day): SiteSource[] =>
  loaded.sources.map(source => {
    const { declaration: d, coverage, deliveries, broken } = source;
    const { due, late } = lateness(d, coverage, asOf);
    const last = coverage?.last ?? null;
    return {
      id: d.id,
      name: d.name,
      owner: d.owner,
      synthetic: d.synthetic,
      kind: d.kind,
      system: d.system,
      information: d.information,
      class: d.class,
      klassa: d.klassa,
      kolada: d.format.type === 'kolada-v3',
      access: d.connector?.type ?? 'files',
      cadence: d.cadence,
      last_covered: last === null ? null : lastDay(last),
      due,
      late,
      broken,
      ...totalsOf(deliveries),
      deliveries: deliveries.map(delivery => siteDelivery(d, delivery)).reverse(),
      rejects: rejects(source, loaded, audience),
    };
  });

function siteDelivery({ kind, covers }: SourceDeclaration, delivery: CountedDelivery): SiteSource['deliveries'][number] {
  const { name, received, sha256, records, loaded, rejected, ignored, superseded } = delivery;
  const about = kind === 'period' && covers?.by === 'name' ? delivery.period : null;
  const counts = !delivery.broken && !delivery.replaced;
  return { name, received, sha256, about, counts, records, loaded, rejected, ignored, superseded };
}

function rejects({ declaration, deliveries }: LoadedSource, loaded: Loaded, audience: AudienceName): SiteSource['rejects'] {
  const own = loaded.rejects.filter(reject => reject.source === declaration.id);
  if (audience === 'internal')
    return own.map(({ rule, sha256, line, column }) => ({
      rule,
      count: 1,
      file: deliveries.find(d => d.sha256 === sha256)?.name ?? null,
      line,
      column,
    }));
  const rules = [...new Set(own.map(reject => reject.rule))].sort();
  return rules.map(rule => ({ rule, count: own.filter(reject => reject.rule === rule).length, file: null, line: null, column: null }));
}
