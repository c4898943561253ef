import type { Unit } from '../../../pipeline/contract/format-number.ts';
import type { Mark } from '../../../pipeline/contract/observation.ts';
import type { Day } from '../../../pipeline/contract/period.ts';
import { round } from '../../../pipeline/contract/round.ts';
import { statusTexts } from '#texts/status.ts';

/** A number with the decimals that it is printed with. */
export interface SheetNumber {
  value: number;
  decimals: number;
}

/** Text is always text, whatever it begins with; null is an empty cell. */
export type SheetCell = string | SheetNumber | { day: Day } | null;

/** A table of a report's workbook. */
export interface Sheet {
  name: string;
  /** Widths in characters. */
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly SheetCell[])[];
}

/** Widths of columns, in characters. */
export const WIDTH = { short: 14, name: 30, text: 50 } as const;

/** A figure as the site prints it, as a number. */
export const figureCell = (value: number | null, { decimals }: Pick<Unit, 'decimals'>): SheetNumber | null =>
  value === null ? null : { value: round(value, decimals), decimals };

export const dayCell = (day: Day | null): SheetCell => (day === null ? null : { day });

/** What marks a row's figures, in words. */
export const marksCell = (marks: readonly Mark[], example: boolean): string | null =>
  [...new Set<Mark>([...marks, ...(example ? (['example'] as const) : [])])].map(mark => statusTexts.mark[mark]).join(', ') || null;
