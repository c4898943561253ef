import { auditFigure, type FigureAudit, type GivenAway } from '../system/audit-figure.ts';
import type { Cell, Figure } from '../system/figure.ts';
import { sumsOf } from '../system/sums-of.ts';
import { gatherFigures } from './gather-figures.ts';
import { knownEarlier, withKnown, type Known } from './known-earlier.ts';
import { readPublished } from './read-tree.ts';

interface AuditedFigure {
  figure: Figure;
  audit: FigureAudit;
}

/**
 * What an edition gives away together with what earlier ones showed, and neither alone: what an earlier one showed or gave away by itself is given away whatever is
 * published now.
 */
export async function auditWithEarlier(
  audits: readonly AuditedFigure[],
  earlier: readonly string[],
): Promise<{ figure: Figure; given: GivenAway }[]> {
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
    const there = joined.length === 0 ? new Set<string>() : givenBefore(before.filter(({ id }) => id === figure.id));
    return joined.filter(({ cell }) => !cell.rows.some(row => there.has(keyOf(row)))).map(given => ({ figure, given }));
  });
}

/**
 * Audits a figure with what is known of it. Where a sum does not come out with that, or a number is less than it can be, something has been corrected since, and readers
 * cannot tell which of the numbers: then none of those is known.
 */
function auditBeside(figure: Figure, known: readonly Known[]): FigureAudit {
  const { figure: joined, texts } = withKnown(figure, known);
  const sums = sumsOf(joined);
  for (;;) {
    const audit = auditFigure(joined, sums, texts);
    const wrong = [...audit.contradictions, ...audit.impossible.flatMap(({ by }) => by)].flatMap(sum => sum.map(([cell]) => cell));
    const corrected = wrong.filter(cell => texts.delete(cell));
    if (corrected.length === 0) return audit;
  }
}

/** The rows of what earlier editions gave away by themselves. */
const givenBefore = (figures: readonly Figure[]): Set<string> =>
  new Set(figures.flatMap(figure => auditFigure(figure, sumsOf(figure)).givenAway.flatMap(({ cell }) => cell.rows.map(keyOf))));

const keyOf = ({ of, at }: Cell['rows'][number]): string => JSON.stringify([of, at]);
