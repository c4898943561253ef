import { firstDay, lastDay, parsePeriod } from '../../contract/period.ts';
import type { Reject } from '../../words/delivery.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import { textOf } from '../formats/record-sink.ts';
import type { Cell } from '../formats/record-sink.ts';

/** What a report breaks a rule of, by the column's name. */
export interface ReportBreach {
  column: string;
  rule: Reject['rule'];
}

/**
 * What is wrong with a report as a whole: it is about nothing in its plan (`allowed`), or about a period that the plan is not
 * about (`period`). Null where it is sound, and where it is not known what plans there are.
 */
export function reportCheck({ columns, reported }: SourceDeclaration): (cells: readonly Cell[]) => ReportBreach | null {
  if (!reported) return () => null;
  const at = new Map(columns.map(({ name }, i) => [name, i]));
  return cells => {
    const of = (name: string): string => textOf(cells[at.get(name)!]!);
    const plan = reported.find(known => known.plan === of('plan'));
    if (!plan) return { column: 'plan', rule: 'allowed' };
    if (!plan.ids.includes(of('id'))) return { column: 'id', rule: 'allowed' };
    const period = parsePeriod(of('period'));
    const isOutside = period && (lastDay(period.last) < plan.from || (plan.to !== null && firstDay(period.first) > plan.to));
    return isOutside ? { column: 'period', rule: 'period' } : null;
  };
}
