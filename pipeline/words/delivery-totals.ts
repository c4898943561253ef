import type { ExtractCounts } from './delivery.ts';
import type { CountedDelivery } from './stages.ts';

/** Over the distinct extracts of a source: the same bytes delivered twice are counted once. */
export function totalsOf(deliveries: readonly CountedDelivery[]): ExtractCounts {
  const extracts = new Map(deliveries.map(delivery => [delivery.sha256, delivery]));
  const sum = (pick: (counts: ExtractCounts) => number) => [...extracts.values()].reduce((total, counts) => total + pick(counts), 0);
  return {
    records: sum(counts => counts.records),
    loaded: sum(counts => counts.loaded),
    rejected: sum(counts => counts.rejected),
    ignored: sum(counts => counts.ignored),
    superseded: sum(counts => counts.superseded),
  };
}
