import { firstDay, lastDay, parsePeriod } from '../../contract/period.ts';
import type { Value } from '../../warehouse/append-rows.ts';
import type { Reject } from '../../words/delivery.ts';
import { periodColumn } from '../../words/period-column.ts';
import type { Column, SourceDeclaration } from '../../words/source.ts';
import { parserOf, typedParserOf } from './parse-value.ts';
import type { Notation } from '../../words/format.ts';
import { NESTED, textOf, Typed } from '../formats/record-sink.ts';
import type { Cell } from '../formats/record-sink.ts';

export type CheckedRow = { ok: true; values: readonly Value[] } | { ok: false; column: string; rule: Reject['rule']; raw: string };
export type RowCheck = (cells: readonly Cell[]) => CheckedRow;
/** A cell's value, or the rule it breaks. */
type CellCheck = (cell: Cell) => Value | Breach;

/** What values are read with beside their declaration. */
export interface ReadingContext {
  /** Of personal text. */
  digest: (text: string) => string;
  /** Where instants become days and local times. */
  timeZone: string;
}

class Breach {
  readonly rule: Reject['rule'];
  constructor(rule: Reject['rule']) {
    this.rule = rule;
  }
}
const BREACH = {
  type: new Breach('type'),
  required: new Breach('required'),
  min: new Breach('min'),
  max: new Breach('max'),
  allowed: new Breach('allowed'),
  pattern: new Breach('pattern'),
  period: new Breach('period'),
};

/**
 * The check of one source's rows: each column in order gets its type and its rules, and the first that is broken names the
 * reject. The values of a row that passes are those of the loaded columns, digests in place of personal text, and after a
 * column that has marks the one that stood there. `period`, `2026-03`, is what the delivery's name says its rows are
 * about; null where it says nothing.
 *
 * A reject's `column` is the header, `raw` the cell, except in personal columns, whose text is kept nowhere.
 */
export function rowCheck(
  source: Pick<SourceDeclaration, 'columns' | 'format'>,
  period: string | null,
  { digest, timeZone }: ReadingContext,
): RowCheck {
  const { notation } = source.format;
  const dated = period === null ? null : periodColumn(source.columns);
  const checks = source.columns.map(column => ({
    ...column,
    // A mark stands in place of a value, so no rule applies to it.
    marks: new Map(Object.entries(column.marks)),
    check: cellCheck(column, notation, timeZone, column === dated ? period : null),
  }));
  return cells => {
    const values: Value[] = [];
    for (let i = 0; i < checks.length; i++) {
      const { check, personal, header, marks } = checks[i]!;
      const cell = cells[i]!;
      const mark = marks.get(textOf(cell)) ?? null;
      const value = mark === null ? check(cell) : null;
      if (value instanceof Breach) return { ok: false, column: header, rule: value.rule, raw: personal !== null ? '' : textOf(cell) };
      if (personal === 'hash') values.push(value === null ? null : digest(textOf(cell)));
      else if (personal !== 'drop') values.push(value);
      if (marks.size > 0) values.push(mark);
    }
    return { ok: true, values };
  };
}

/** The first and last day number of a period, such as `2026-03`. */
function daysOf(period: string): [first: number, last: number] {
  const { first, last } = parsePeriod(period)!;
  return [Date.parse(firstDay(first)) / 86_400_000, Date.parse(lastDay(last)) / 86_400_000];
}

function cellCheck(column: Column, notation: Notation, timeZone: string, period: string | null): CellCheck {
  const parseText = parserOf(column, notation, timeZone);
  const parseTyped = typedParserOf(column, timeZone);
  const missing = new Set(column.type.name === 'text' ? [] : notation.missing);
  const days = period === null ? null : daysOf(period);
  const pattern = column.pattern === null ? null : new RegExp(column.pattern);
  const allowed = column.allowed === null ? null : new Set(column.allowed);
  const scale = column.type.name === 'decimal' ? 10 ** column.type.scale : 1;
  return cell => {
    if (cell === NESTED) return BREACH.type;
    if (cell === null) return column.required ? BREACH.required : null;
    const text = textOf(cell);
    if (missing.has(text)) return column.required ? BREACH.required : null;
    const value = cell instanceof Typed ? parseTyped(text) : parseText(text);
    if (value === undefined) return BREACH.type;
    if (typeof value === 'bigint') {
      const number = Number(value) / scale;
      if (column.min !== null && number < column.min) return BREACH.min;
      if (column.max !== null && number > column.max) return BREACH.max;
    }
    if (allowed && !allowed.has(text)) return BREACH.allowed;
    if (pattern && !pattern.test(text)) return BREACH.pattern;
    if (days !== null && typeof value === 'number' && (value < days[0] || value > days[1])) return BREACH.period;
    return value;
  };
}
