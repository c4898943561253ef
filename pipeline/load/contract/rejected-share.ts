import { fault } from '../formats/broken-extract.ts';
import { recordsIn, stop } from './extract-check.ts';
import type { ExtractCheck } from './extract-check.ts';

/**
 * Not more of a delivery is rejected than its source allows: where most of a file does not fit, what fits is no picture of
 * it. The finding names the rule and column that most of the records break, at the first of them.
 */
export const rejectedShare: ExtractCheck = ({ contract: { max_rejected } }, { reading }) => {
  const { rejects } = reading;
  const records = recordsIn(reading);
  if (rejects.length <= max_rejected.few || rejects.length <= max_rejected.share * records) return [];
  const counts = new Map<string, number>();
  for (const { rule, column } of rejects) counts.set(`${rule} ${column}`, (counts.get(`${rule} ${column}`) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const { rule, column, line } = rejects.find(reject => counts.get(`${reject.rule} ${reject.column}`) === most)!;
  return [
    stop(fault('too-many-rejected', line, { rejected: rejects.length, rows: records, allowed: 100 * max_rejected.share, rule, column })),
  ];
};
