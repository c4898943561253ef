import path from 'node:path';
import { isDay, parsePeriod } from '../contract/period.ts';
import type { Day } from '../contract/period.ts';
import type { RefusedFile } from '../words/delivery.ts';
import { monthColumn } from '../words/period-column.ts';
import type { SourceDeclaration } from '../words/source.ts';

/** What a file's name says; null where the pattern has no such group, or the group matched nothing. */
export interface NameFacts {
  received: Day | null;
  sequence: number | null;
  period: string | null;
}

export type NameReading = { ok: true; facts: NameFacts } | { ok: false; code: RefusedFile['code']; detail: string };

/**
 * Reads a file's name by the source's pattern: named groups `received` (a day), `period` (`2026-03`; a longer one, `2026-Q1`, where a
 * column says which month each row is about) and `sequence` (a whole number). The pattern is tried on the base name, composed (NFC), since some file systems and
 * archives give decomposed letters. `detail` is the part that is at fault, where it is a part.
 */
export function readName(
  name: string,
  { name_pattern: pattern, columns }: Pick<SourceDeclaration, 'name_pattern' | 'columns'>,
): NameReading {
  if (pattern === null) return { ok: true, facts: { received: null, sequence: null, period: null } };
  const match = new RegExp(pattern).exec(path.posix.basename(name).normalize('NFC'));
  if (!match) return { ok: false, code: 'name-pattern', detail: '' };
  const { received = null, sequence = null, period = null } = match.groups ?? {};
  if (received !== null && !isDay(received)) return { ok: false, code: 'name-pattern', detail: received };
  if (sequence !== null && !/^\d{1,9}$/.test(sequence)) return { ok: false, code: 'name-pattern', detail: sequence };
  const grain = period === null ? 'month' : parsePeriod(period)?.grain;
  if (period !== null && (grain === undefined || (grain !== 'month' && monthColumn(columns) === null)))
    return { ok: false, code: 'period-in-name', detail: period };
  return { ok: true, facts: { received, sequence: sequence === null ? null : Number(sequence), period } };
}
