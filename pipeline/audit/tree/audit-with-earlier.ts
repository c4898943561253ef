import { auditFigure, type FigureAudit, type GivenAway } from '../system/audit-figure.ts';
import type { Cell, Figure } from '../system/figure.ts';
import { sumsOf } from '../system/sums-of.ts';
import type { Sum } from '../system/sums.ts';
import { gatherFigures } from './gather-figures.ts';
import { knownEarlier, textsOf, withKnown, type Known } from './known-earlier.ts';
import { readPublished } from './read-tree.ts';

interface AuditedFigure {
  figure: Figure;
  audit: FigureAudit;
}

export interface FoundLater {
  figure: Figure;
  given: GivenAway;
}

/**
 * What an edition gives away together with what earlier ones showed, and neither alone: what an earlier one showed or gave away by itself is given away whatever is
 * published now.
 */
export async function auditWithEarlier(audits: readonly AuditedFigure[], earlier: readonly string[]): Promise<FoundLater[]> {
  const hiding = audits.filter(({ figure, audit }) => figure.additive && audit.hidden > 0);
  const known = new Map(hiding.map(({ figure }) => [figure.id, [] as Known[]]));
  const before: Figure[] = [];
  const metrics = new Set(
    hiding.flatMap(({ figure }) => figure.cells.flatMap(cells => cells.flatMap(cell => cell?.rows.map(({ of }) => of) ?? []))),
  );
  for (const folder of earlier) {
    const figures = gatherFigures(await readPublished(folder, metrics)).figures.map(gathering => gathering.figure());
    for (const { figure } of hiding) {
      const then = figures.find(({ id }) => id === figure.id);
      if (then === undefined) continue;
      before.push(then);
      for (const one of knownEarlier(figure, then)) known.get(figure.id)!.push(one);
    }
  }
  return hiding.flatMap(({ figure, audit }) => {
    const own = known.get(figure.id)!;
    if (!own.some(({ text }) => text !== null)) return [];
    const alone = new Set(audit.givenAway.map(({ cell }) => cell));
    const joined = auditBeside(figure, own).givenAway.filter(({ cell }) => !alone.has(cell));
    if (joined.length === 0) return [];
    const then = before.filter(({ id }) => id === figure.id);
    const [each, together] = [givenBefore(then), givenTogether(figure, own, then)];
    return joined
      .filter(({ cell }) => !together.has(cell) && !cell.rows.some(row => each.has(keyOf(row))))
      .map(given => ({ figure, given }));
  });
}

/**
 * Audits a figure with what is known of it. Where a sum does not come out with that, or not for any numbers that the hidden ones can be, something has been corrected
 * since, and readers cannot tell which of the numbers: then none of those in it is known, or of those nearest to it.
 */
function auditBeside(figure: Figure, known: readonly Known[]): FigureAudit {
  const { figure: joined, texts } = withKnown(figure, known);
  const sums = sumsOf(joined);
  // What does not come out by itself says nothing of what is known.
  const wrongNow = new Set(wrongIn(auditFigure(joined, sums)));
  for (;;) {
    const audit = auditFigure(joined, sums, texts);
    const wrong = wrongIn(audit).filter(sum => !wrongNow.has(sum));
    const corrected = wrong.flatMap(sum => nearest(sum, sums, cell => texts.has(cell)));
    if (corrected.length === 0) return audit;
    for (const cell of corrected) texts.delete(cell);
  }
}

const wrongIn = ({ contradictions, impossible }: FigureAudit): Sum[] => [...contradictions, ...impossible];

/** The cells of a sum that are asked for; where there are none, those of the sums that it shares cells with, and so on. */
function nearest(sum: Sum, sums: readonly Sum[], isAsked: (cell: Cell) => boolean): Cell[] {
  const near = new Set(sum.map(([cell]) => cell));
  for (let before = 0; before < near.size;) {
    const found = [...near].filter(isAsked);
    if (found.length > 0) return found;
    before = near.size;
    const touching = sums.filter(other => other.some(([cell]) => near.has(cell)));
    for (const other of touching) for (const [cell] of other) near.add(cell);
  }
  return [];
}

/** What earlier editions give away together, of what is hidden now: without what is shown now alone, but where nobody is, which says nothing of those who were there. */
function givenTogether(figure: Figure, known: readonly Known[], before: readonly Figure[]): Set<Cell> {
  const told = before.map(textsOf);
  const cells = figure.cells.map((own, at) =>
    own.map((cell, i) => {
      if (!cell || cell.text === null || cell.text === '0') return cell;
      const isTold = told.some(textAt => textAt(figure.spans[at]!, figure.tuples[i]!) === cell.text);
      return isTold ? cell : { ...cell, state: 'open' as const, text: null };
    }),
  );
  return new Set(auditBeside({ ...figure, cells }, known).givenAway.map(({ cell }) => cell));
}

/** The rows of what earlier editions gave away by themselves. */
const givenBefore = (figures: readonly Figure[]): Set<string> =>
  new Set(figures.flatMap(figure => auditFigure(figure, sumsOf(figure)).givenAway.flatMap(({ cell }) => cell.rows.map(keyOf))));

const keyOf = ({ of, at }: Cell['rows'][number]): string => JSON.stringify([of, at]);
