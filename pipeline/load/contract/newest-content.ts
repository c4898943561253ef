import { lastDay, monthOf, plusDays } from '../../contract/period.ts';
import { newestBy } from '../../warehouse/profile.ts';
import { finding, pathOf } from '../source-findings.ts';
import type { HistoryCheck } from './history-check.ts';

/**
 * The newest date in a source's content is as new as it declares, counted from when its latest delivery was received. One
 * that is too old holds the source: a system that goes on exporting what it had would make zeros of what has happened
 * since. Dates after that delivery are told; they do not count as the newest.
 */
export const newestContent: HistoryCheck = async (source, { usable, warehouse }) => {
  const latest = usable.at(-1);
  const { newest: declared } = source.contract;
  if (!latest || declared === null) return [];
  const column = source.columns.find(({ name }) => name === declared.column)!;
  const limit = plusDays(latest.received, declared.ahead);
  const { newest, after, rows } = await newestBy(warehouse, source.id, column.name, limit);
  const place = { file: pathOf(source, latest.name), line: null };
  const details = { file: latest.name, column: column.header, received: latest.received };
  const findings = after > 0 ? [finding('content-ahead', 'warn', source, place, { ...details, rows: after })] : [];
  // A month is as new as its last day.
  const day = newest !== null && column.type.name === 'month' ? lastDay(monthOf(newest)) : newest;
  if (day !== null && day >= plusDays(latest.received, -declared.within)) return findings;
  if (rows === 0) return findings;
  return [...findings, finding('content-old', 'hold-metric', source, place, { ...details, newest: day ?? '', within: declared.within })];
};
