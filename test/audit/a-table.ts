import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditTable } from '../../pipeline/audit/audit-table.ts';
import type { AuditReport } from '../../pipeline/audit/audit-report.ts';
import { tempFolder } from '../temp-folder.ts';

/** Cells as they are written: `..` is hidden. */
export type Cells = Readonly<Record<string, number | '..'>>;

/** Audits a table of one column of members, `Sums: { T: [a, b] }` its sums. */
export async function auditCells(cells: Cells, sums: Readonly<Record<string, readonly string[]>>, more = ''): Promise<AuditReport> {
  const rows = Object.entries(cells).map(([member, number]) => `${member},${number}`);
  return auditText(`cell,number\n${rows.join('\n')}\n`, `sums: ${JSON.stringify({ cell: sums })}\n${more}`);
}

/** Audits a table's text, with what is declared of it. */
export async function auditText(text: string, declared: string | null = null): Promise<AuditReport> {
  const folder = await tempFolder();
  await writeFile(join(folder, 'table.csv'), text);
  if (declared !== null) await writeFile(join(folder, 'table.yaml'), declared);
  return auditTable(join(folder, 'table.csv'));
}

/** Which hidden cells are given away, and how: `determined a`. */
export const givenAway = ({ findings }: AuditReport): string[] => findings.map(({ kind, at }) => `${kind} ${at.join(' ')}`).sort();
