import { keptThrough } from '../../words/retention.ts';
import { finding } from '../source-findings.ts';
import type { HistoryCheck } from './history-check.ts';

/** Extracts whose time has passed are removed, but not while figures rest on them: that is for their owner to decide. */
export const pastRetention: HistoryCheck = (source, { usable, content, asOf }) => {
  const months = source.retention_months;
  if (months === null) return [];
  const latest = new Map(usable.map(delivery => [delivery.extract.extract, delivery]));
  const past = [...latest.values()].filter(
    ({ received, extract }) => content.standing.has(extract.extract) && keptThrough(received, months) < asOf,
  );
  if (past.length === 0) return [];
  const [oldest] = past.map(({ received }) => received).sort();
  return [
    finding('past-retention', 'warn', source, { file: source.file, line: null }, { deliveries: past.length, oldest: oldest!, months }),
  ];
};
