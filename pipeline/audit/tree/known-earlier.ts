import type { Month } from '../../contract/period.ts';
import type { Cell, Figure, Span, Tuple } from '../system/figure.ts';
import { wholesOf } from './wholes-of.ts';

/** A number of an earlier edition, of months that are covered now too. */
export interface Known {
  tuple: Tuple;
  span: Span;
  /** Null where it was not shown, or may have changed since; told for spans that are published no more, since what adds up there is not nothing. */
  text: string | null;
}

/** A figure's texts by their place in time and among members; null where none is shown. */
type TextAt = (span: Span, tuple: Tuple) => string | null;

/**
 * What an earlier edition showed of what is not shown now, where readers can take it that nothing has changed, since a whole that it is a part of is shown in both
 * with the same number. A row of a year of which fewer months were covered then was about those.
 */
export function knownEarlier(now: Figure, then: Figure): Known[] {
  const [shownNow, shownThen] = [textsOf(now), textsOf(then)];
  const tuples = new Set(now.tuples.map(({ key }) => key));
  const known: Known[] = [];
  for (const [at, cells] of then.cells.entries()) {
    const said = then.spans[at]!;
    const span = coveredSpan(now, then, said);
    if (span === null) continue;
    const months = finestIn(now, span);
    for (const [i, cell] of cells.entries()) {
      const tuple = then.tuples[i]!;
      if (!cell || !tuples.has(tuple.key) || shownNow(span, tuple) !== null) continue;
      const saysSame = (whole: Tuple, inNow: Span, inThen: Span): boolean =>
        shownNow(inNow, whole) !== null && shownNow(inNow, whole) === shownThen(inThen, whole);
      const isSame = (whole: Tuple): boolean =>
        saysSame(whole, span, said) || (span !== said && months.length > 0 && months.every(month => saysSame(whole, month, month)));
      const text = cell.text !== null && wholesOf(now, tuple, span).some(isSame) ? cell.text : null;
      if (text !== null || span !== said) known.push({ tuple, span, text });
    }
  }
  return known;
}

/** The months that a span of then was about, as a span of now: itself, or up to the last month that was covered; null where other months are covered now. */
function coveredSpan(now: Figure, then: Figure, said: Span): Span | null {
  if (then.covered === null || now.covered === null) return said;
  const [months, monthsNow] = [monthsOf(said, then.covered), monthsOf(said, now.covered)];
  if (months.join() === monthsNow.join()) return said;
  const last = months.at(-1);
  if (last === undefined) return null;
  const span = { first: said.first, last };
  return monthsOf(span, now.covered).join() === months.join() ? span : null;
}

const monthsOf = ({ first, last }: Span, covered: ReadonlySet<Month>): Month[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(month => covered.has(month));

/** The shortest spans that the figure is published in, of those within a span and covered. */
function finestIn({ spans, covered }: Figure, { first, last }: Span): Span[] {
  const length = (span: Span): number => span.last - span.first;
  const least = spans.reduce((shortest, span) => Math.min(shortest, length(span)), Infinity);
  return spans.filter(
    span => length(span) === least && first <= span.first && span.last <= last && (covered === null || monthsOf(span, covered).length > 0),
  );
}

/** The texts of a figure by their place. */
export function textsOf(figure: Figure): TextAt {
  const keyOf = ({ first, last }: Span): string => `${first} ${last}`;
  const bySpan = new Map(
    figure.spans.map((span, at) => {
      const cells = figure.cells[at]!;
      return [keyOf(span), new Map(figure.tuples.flatMap(({ key }, i) => (cells[i] ? [[key, cells[i]] as const] : [])))];
    }),
  );
  return (span, { key }) => bySpan.get(keyOf(span))?.get(key)?.text ?? null;
}

/** A figure with cells for what is known, where it has none, and the texts that are known of cells that are not shown. */
export function withKnown(figure: Figure, known: readonly Known[]): { figure: Figure; texts: Map<Cell, string> } {
  const spans = [...figure.spans];
  const cells = figure.cells.map(own => [...own]);
  const at = new Map(spans.map(({ first, last }, i) => [`${first} ${last}`, i]));
  const tuples = new Map(figure.tuples.map(({ key }, i) => [key, i]));
  const texts = new Map<Cell, string>();
  for (const { tuple, span, text } of known) {
    const key = `${span.first} ${span.last}`;
    if (!at.has(key)) {
      at.set(key, spans.push(span) - 1);
      cells.push([]);
    }
    const there = cells[at.get(key)!]!;
    const cell = (there[tuples.get(tuple.key)!] ??= { state: 'open', text: null, rows: [], lower: null });
    if (text !== null) texts.set(cell, text);
  }
  return { figure: { ...figure, spans, cells }, texts };
}
