import type { AuditReport } from './audit-report.ts';
import type { Solver } from './bounds/program.ts';
import { namedRows } from './named-rows.ts';
import { auditFigure } from './system/audit-figure.ts';
import { tupleOf } from './system/figure.ts';
import { gatherFigure } from './system/gather-figure.ts';
import { memberSums } from './system/member-sums.ts';
import { declaredSums } from './table/declared-sums.ts';
import { readTable, type PublishedTable } from './table/read-table.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** Reads anyone's table and says what of its hidden cells follows from the shown ones, and with a solver what whole numbers leave of the others. Throws ExpectedError where it cannot be read. */
export async function auditTable(file: string, solver: Solver | null = null): Promise<AuditReport> {
  const table = await readTable(file);
  const gathering = gather(table);
  const figure = gathering.figure();
  const declared = Object.entries(table.sums).flatMap(([dimension, sums]) => declaredSums(figure, dimension, sums, table.total));
  const audit = auditFigure(figure, [...memberSums(figure), ...declared]);
  const elsewhere = gathering
    .shownElsewhere()
    .map(({ hiding, showing }) => ({ kind: 'shown-elsewhere' as const, row: hiding, by: [showing] }));
  const given = audit.givenAway.flatMap(({ kind, cell, by }) => cell.rows.map(row => ({ kind, row, by: namedRows(cell, by) })));
  return {
    of: file,
    rows: table.rows.length,
    hidden: table.rows.filter(({ number }) => number === null).length,
    figures: 1,
    equations: audit.equations,
    rank: audit.rank,
    blocks: audit.blocks,
    largest: audit.largest,
    narrow: audit.narrow,
    wholeNumbers: await wholeNumbers([audit], solver),
    otherThreshold: 0,
    unsummed: 0,
    contradictions: audit.contradictions.length,
    earlier: [],
    findings: [...elsewhere, ...given].map(({ kind, row, by }) => ({ kind, ...row, columns: [], by, file: null, earlier: false })),
  };
}

function gather({ file, dimensions, total, sums, zero, rows }: PublishedTable) {
  const gathering = gatherFigure({ id: file, additive: true, counts: rows.every(({ number }) => number === null || /^\d+$/.test(number)) });
  const flat = dimensions.filter(dimension => sums[dimension] === undefined);
  gathering.sayDimensions(flat, []);
  for (const { members, number } of rows) {
    const named = dimensions.flatMap((dimension, i) => (members[i] === total ? [] : [[dimension, members[i]!] as const]));
    gathering.say({
      tuple: tupleOf(new Map(named)),
      span: { first: 0, last: 0 },
      row: { of: file, at: members },
      state: number === null ? 'hidden' : 'shown',
      text: number,
      lower: zero === 'show' ? 1 : 0,
    });
  }
  return gathering;
}
