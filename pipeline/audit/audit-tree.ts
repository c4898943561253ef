import type { AuditFinding, AuditReport } from './audit-report.ts';
import { namedRows } from './named-rows.ts';
import { auditFigure, type FigureAudit, type GivenAway } from './system/audit-figure.ts';
import { sumsOf } from './system/sums-of.ts';
import { checkRows } from './tree/check-rows.ts';
import { gatherFigures, type GatheredFigures } from './tree/gather-figures.ts';
import { readPublished } from './tree/read-tree.ts';

/** Reads an audience's tree back from its files and says what of the hidden numbers follows from them. Throws ExpectedError where it cannot be read. */
export async function auditTree(folder: string): Promise<AuditReport> {
  const tree = await readPublished(folder);
  const gathered = gatherFigures(tree);
  const audits = gathered.figures.map(gathering => {
    const figure = gathering.figure();
    return { figure, gathering, audit: auditFigure(figure, sumsOf(figure)) };
  });
  const findings = audits.flatMap(({ figure, audit }) => audit.givenAway.flatMap(given => findingsOf(given, figure.id, gathered)));
  const sum = (pick: (audit: FigureAudit) => number): number => audits.reduce((total, { audit }) => total + pick(audit), 0);
  const rows = tree.metrics.flatMap(metric => [...metric.rows, ...metric.parts]);
  return {
    of: folder,
    rows: rows.length,
    hidden: rows.filter(row => row.flag === 'suppressed').length,
    figures: audits.length,
    equations: sum(audit => audit.equations),
    rank: sum(audit => audit.rank),
    blocks: sum(audit => audit.blocks),
    largest: Math.max(0, ...audits.map(({ audit }) => audit.largest)),
    narrow: sum(audit => audit.narrow),
    otherThreshold: 0,
    unsummed: 0,
    contradictions: sum(audit => audit.contradictions.length),
    earlier: [],
    findings: [...checkRows(tree, gathered.measures), ...findings],
  };
}

/** One for each row that hides the number. */
const findingsOf = ({ kind, cell, by }: GivenAway, figure: string, gathered: GatheredFigures): AuditFinding[] =>
  cell.rows.map(({ of, at }) => ({
    kind,
    of,
    at,
    columns: gathered.columnsOf(figure, of),
    by: namedRows(cell, by),
    file: null,
    earlier: false,
  }));
