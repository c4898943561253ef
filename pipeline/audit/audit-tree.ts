import type { AuditFinding, AuditReport } from './audit-report.ts';
import type { Solver } from './bounds/program.ts';
import type { IsSo } from './is-so.ts';
import { namedRows } from './named-rows.ts';
import { auditFigure, type FigureAudit, type GivenAway } from './system/audit-figure.ts';
import type { Figure, RowKey } from './system/figure.ts';
import type { ShownElsewhere } from './system/gather-figure.ts';
import { sumsOf } from './system/sums-of.ts';
import { auditWithEarlier, type FoundLater } from './tree/audit-with-earlier.ts';
import { checkRows } from './tree/check-rows.ts';
import { compareFiles } from './tree/compare-files.ts';
import { earlierTrees } from './tree/earlier-trees.ts';
import { gatherFigures, type GatheredFigures } from './tree/gather-figures.ts';
import type { PublishedTree } from './tree/published-tree.ts';
import { readPublished } from './tree/read-tree.ts';
import { wholeNumbers } from './whole-numbers.ts';

/**
 * Reads an audience's tree back from its files and says what of the hidden numbers follows from them, and from what the edition before and the listed follow-ups
 * showed; with a solver also what whole numbers leave of the others, by what is in the tree alone. `isSo`: null where nobody knows. Throws ExpectedError where a file
 * cannot be read.
 */
export async function auditTree(folder: string, solver: Solver | null = null, isSo: IsSo | null = null): Promise<AuditReport> {
  const tree = await readPublished(folder);
  const gathered = gatherFigures(tree);
  const audits = gathered.figures.map(gathering => {
    const figure = gathering.figure();
    return { figure, elsewhere: gathering.shownElsewhere(), audit: auditFigure(figure, sumsOf(figure)) };
  });
  const earlier = await earlierTrees(tree);
  const isTold = ({ figure, given: { cell, value } }: FoundLater): boolean =>
    isSo === null || value === null || cell.rows.some(row => isSo(row, gathered.columnsOf(figure.id, row.of), value));
  const later = (await auditWithEarlier(audits, earlier)).filter(isTold);
  const elsewhere = audits.flatMap(({ figure, elsewhere }) => elsewhere.map(pair => ({ figure, pair })));
  const [other, same] = partition(elsewhere, ({ figure, pair }) => isOtherThreshold(pair, figure, gathered));
  const sum = (pick: (audit: FigureAudit) => number): number => audits.reduce((total, { audit }) => total + pick(audit), 0);
  return {
    of: folder,
    ...countRows(tree, gathered),
    figures: audits.length,
    equations: sum(audit => audit.equations),
    rank: sum(audit => audit.rank),
    blocks: sum(audit => audit.blocks),
    largest: Math.max(0, ...audits.map(({ audit }) => audit.largest)),
    narrow: sum(audit => audit.narrow),
    wholeNumbers: await wholeNumbers(
      audits.map(({ audit }) => audit),
      solver,
    ),
    otherThreshold: other.length,
    contradictions: sum(audit => audit.contradictions.length),
    earlier,
    findings: [
      ...checkRows(tree),
      ...(await compareFiles(tree)),
      ...same.map(({ figure, pair }) => elsewhereFinding(pair, figure, gathered)),
      ...audits.flatMap(({ figure, audit }) => audit.givenAway.flatMap(given => findingsOf(given, figure, gathered, false))),
      ...later.flatMap(({ figure, given }) => findingsOf(given, figure, gathered, true)),
    ],
  };
}

function countRows(tree: PublishedTree, { figures }: GatheredFigures): Pick<AuditReport, 'rows' | 'hidden' | 'unsummed'> {
  const rows = tree.metrics.flatMap(metric => [...metric.rows, ...metric.parts]);
  const hidden = rows.filter(row => row.flag === 'suppressed');
  const summed = new Set<RowKey>();
  for (const gathering of figures) {
    const figure = gathering.figure();
    if (figure.additive)
      for (const cells of figure.cells)
        for (const cell of cells) if (cell?.state === 'hidden') for (const row of cell.rows) summed.add(row);
  }
  return { rows: tree.rows, hidden: hidden.length, unsummed: hidden.filter(row => !summed.has(row)).length };
}

/** One for each row that hides the number. */
const findingsOf = ({ kind, cell, by }: GivenAway, figure: Figure, gathered: GatheredFigures, earlier: boolean): AuditFinding[] =>
  cell.rows.map(({ of, at }) => ({
    kind,
    of,
    at,
    columns: gathered.columnsOf(figure.id, of),
    by: namedRows(cell, by),
    file: null,
    earlier,
  }));

const elsewhereFinding = ({ hiding: { of, at }, showing }: ShownElsewhere, figure: Figure, gathered: GatheredFigures): AuditFinding => ({
  kind: 'shown-elsewhere',
  of,
  at,
  columns: gathered.columnsOf(figure.id, of),
  by: [{ of: showing.of, at: showing.at }],
  file: null,
  earlier: false,
});

/**
 * A population that another metric shows by its own, lower threshold says nothing of what the first one measures; nor does one that a metric counts which says that its
 * audience sees all of it.
 */
function isOtherThreshold({ hiding, showing }: ShownElsewhere, { id }: Figure, { columnsOf, isOpen }: GatheredFigures): boolean {
  const isPopulation = (metric: string): boolean => columnsOf(id, metric).every(column => column === 'population');
  return hiding.of !== showing.of && isPopulation(hiding.of) && (isPopulation(showing.of) || isOpen(showing.of));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter(item => !test(item))];
}
