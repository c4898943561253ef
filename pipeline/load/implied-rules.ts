import type { Column, SourceDeclaration } from '../words/source.ts';

const REQUIRED = ['plan', 'id', 'date', 'role'];
/** As `parsePeriod` reads it: `2026`, `2026-H1`, `2026-T2`, `2026-Q3`, `2026-08` or `2025/26`. */
const PERIOD = `^(\\d{4}(-(Q[1-4]|T[1-3]|H[12]|0[1-9]|1[0-2]))?|\\d\\d(${schoolYears()}))$`;

/** What a report says may only be what the judgement knows; rules that the source declares itself stand. */
export function withImpliedRules(source: SourceDeclaration): SourceDeclaration {
  if (source.kind !== 'reports') return source;
  const allow = (column: Column, allowed: readonly string[]): Column => ({ ...column, allowed: column.allowed ?? allowed });
  const columns = source.columns.map(column => {
    if (column.name === 'status') return allow(column, ['met', 'partly', 'not-met']);
    if (column.name === 'state') return allow(column, ['done', 'ongoing', 'not-done']);
    if (column.name === 'period') return { ...column, required: true, pattern: column.pattern ?? PERIOD };
    return REQUIRED.includes(column.name) ? { ...column, required: true } : column;
  });
  return { ...source, columns };
}

/** `25/26` and the other pairs of years that follow each other. */
function schoolYears(): string {
  const two = (year: number) => String(year % 100).padStart(2, '0');
  return Array.from({ length: 100 }, (_, year) => `${two(year)}/${two(year + 1)}`).join('|');
}
