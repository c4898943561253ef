import type { Value } from '../../warehouse/append-rows.ts';
import type { Reject } from '../../words/delivery.ts';
import type { Column, SourceDeclaration } from '../../words/source.ts';
import { parserOf } from './parse-value.ts';
import { PLAIN } from '../../words/format.ts';
import type { Notation } from '../../words/format.ts';
import { NESTED, textOf, Typed } from '../formats/record-sink.ts';
import type { Cell } from '../formats/record-sink.ts';

export type CheckedRow = { ok: true; values: readonly Value[] } | { ok: false; column: string; rule: Reject['rule']; raw: string };
export type RowCheck = (cells: readonly Cell[]) => CheckedRow;
/** A cell's value, or the rule it breaks. */
type CellCheck = (cell: Cell) => Value | Breach;

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
 * reject. The values of a row that passes are those of the loaded columns, digests in place of personal text. `period`,
 * `2026-03`, is what the delivery's name says its rows are about; null where it says nothing.
 *
 * A reject's `column` is the header, `raw` the cell, except in personal columns, whose text is kept nowhere.
 */
export function rowCheck(
  source: Pick<SourceDeclaration, 'columns' | 'format'>,
  period: string | null,
  digest: (text: string) => string,
): RowCheck {
  const { notation } = source.format;
  const dated = period === null ? null : periodColumn(source.columns);
  const checks = source.columns.map(column => ({ ...column, check: cellCheck(column, notation, column === dated ? period : null) }));
  return cells => {
    const values: Value[] = [];
    for (let i = 0; i < checks.length; i++) {
      const { check, personal, header } = checks[i]!;
      const cell = cells[i]!;
      const value = check(cell);
      if (value instanceof Breach) return { ok: false, column: header, rule: value.rule, raw: personal !== null ? '' : textOf(cell) };
      if (personal === 'hash') values.push(value === null ? null : digest(textOf(cell)));
      else if (personal !== 'drop') values.push(value);
    }
    return { ok: true, values };
  };
}

/** The column that says which month a row is about: the first dated key, else the first month; null where there is none. */
export const periodColumn = (columns: readonly Column[]): Column | null =>
  columns.find(({ key, type }) => key && (type.name === 'month' || type.name === 'date')) ??
  columns.find(({ type }) => type.name === 'month') ??
  null;

function cellCheck(column: Column, notation: Notation, period: string | null): CellCheck {
  const parseText = parserOf(column.type, notation.decimal);
  const parseTyped = parserOf(column.type, PLAIN.decimal);
  const pattern = column.pattern === null ? null : new RegExp(column.pattern);
  const allowed = column.allowed === null ? null : new Set(column.allowed);
  const scale = column.type.name === 'decimal' ? 10 ** column.type.scale : 1;
  return cell => {
    if (cell === NESTED) return BREACH.type;
    if (cell === null) return column.required ? BREACH.required : null;
    const text = textOf(cell);
    const value = cell instanceof Typed ? parseTyped(text) : parseText(text);
    if (value === undefined) return BREACH.type;
    if (typeof value === 'bigint') {
      const number = Number(value) / scale;
      if (column.min !== null && number < column.min) return BREACH.min;
      if (column.max !== null && number > column.max) return BREACH.max;
    }
    if (allowed && !allowed.has(text)) return BREACH.allowed;
    if (pattern && !pattern.test(text)) return BREACH.pattern;
    if (period !== null && !text.startsWith(period)) return BREACH.period;
    return value;
  };
}
