import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditTable } from '../../pipeline/audit/audit-table.ts';
import type { AuditReport } from '../../pipeline/audit/audit-report.ts';
import type { Solver } from '../../pipeline/audit/bounds/program.ts';
import { tempFolder } from '../temp-folder.ts';

/** Cells as they are written: `..` is hidden. */
export type Cells = Readonly<Record<string, number | '..'>>;
/** A member, and those it is the sum of. */
export type Sums = Readonly<Record<string, readonly string[]>>;

/** Audits a table of one column of members, `Sums: { T: [a, b] }` its sums. */
export const auditCells = async (cells: Cells, sums: Sums, more = '', solver: Solver | null = null): Promise<AuditReport> =>
  auditTable(await writeCells(cells, sums, more), solver);

/** Audits a table's text, with what is declared of it. */
export const auditText = async (text: string, declared: string | null = null): Promise<AuditReport> =>
  auditTable(await writeTable(text, declared));

/** Writes a table of one column of members. Gives its path. */
export function writeCells(cells: Cells, sums: Sums, more = ''): Promise<string> {
  const rows = Object.entries(cells).map(([member, number]) => `${member},${number}`);
  return writeTable(`cell,number\n${rows.join('\n')}\n`, `sums: ${JSON.stringify({ cell: sums })}\n${more}`);
}

async function writeTable(text: string, declared: string | null): Promise<string> {
  const folder = await tempFolder();
  await writeFile(join(folder, 'table.csv'), text);
  if (declared !== null) await writeFile(join(folder, 'table.yaml'), declared);
  return join(folder, 'table.csv');
}

/** Which hidden cells are given away, and how: `determined a`. */
export const givenAway = ({ findings }: AuditReport): string[] => findings.map(({ kind, at }) => `${kind} ${at.join(' ')}`).sort();
