import type { CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { PlanVersion } from '../../words/plan.ts';
import { formSheet } from '../form-sheet.ts';
import { planAsWritten } from './plan-as-written.ts';
import { LIST_COLUMNS, PLAN_COLUMNS, type ListName, type PlanColumn, type PlanSheet } from './plan-columns.ts';
import { planRows, type PlanRow } from './plan-rows.ts';
import { planTexts } from './plan-words.ts';

/** What there is to choose among, by kind: ids and what readers call them. */
export type PlanLists = Readonly<Record<ListName, readonly { id: string; name: string }[]>>;

/** Rows to fill in below those that are. */
const EMPTY: Readonly<Record<PlanSheet, number>> = { plan: 0, goals: 60, indicators: 120, activities: 60, assignments: 60 };

/**
 * The workbook that a plan is written in: filled in with `plan` as it stands, its revisions applied, or empty. What `readPlanWorkbook` reads back as the same
 * plan.
 */
export async function planWorkbook(plan: PlanVersion | null, lists: PlanLists, now: Date): Promise<Uint8Array> {
  const filled = plan === null ? null : planRows(planAsWritten(plan));
  const title = planTexts.title(plan?.name ?? planTexts.empty);
  const sheets = (Object.keys(PLAN_COLUMNS) as PlanSheet[]).map((sheet): WriteSheet => {
    const columns = PLAN_COLUMNS[sheet];
    const rows = filled?.[sheet] ?? [];
    const open = sheet === 'plan' && rows.length === 0 ? 1 : EMPTY[sheet];
    return formSheet({
      name: planTexts.sheets[sheet],
      title,
      howTo: planTexts.howTo[sheet],
      columns,
      rows: [...rows.map(row => columns.map(column => cellOf(column, row))), ...Array.from({ length: open }, () => [])],
      frozen: sheet === 'plan' ? 0 : 1,
    });
  });
  return writeXlsx({ sheets: [...sheets, listSheet(lists, title)], properties: { title, created: now, modified: now } });
}

function cellOf({ key, filling, words }: PlanColumn, row: PlanRow): CellValue {
  const value = row[key];
  if (value === undefined) return null;
  if (words) return Object.entries(words).find(([, code]) => code === value)![0];
  return filling === 'day' ? new Date(`${value}T00:00:00Z`) : value;
}

/** Locked: an id and its name, a pair of columns each kind. */
function listSheet(lists: PlanLists, title: string): WriteSheet {
  const columns = LIST_COLUMNS.flatMap(list => [
    { header: planTexts.lists[list], width: 28 },
    { header: '', width: 36 },
  ]);
  const rows = Math.max(...LIST_COLUMNS.map(list => lists[list].length));
  return formSheet({
    name: planTexts.sheets.lists,
    title,
    howTo: planTexts.howTo.lists,
    columns,
    rows: Array.from({ length: rows }, (_, i) => LIST_COLUMNS.flatMap(list => [lists[list][i]?.id ?? null, lists[list][i]?.name ?? null])),
    frozen: 0,
  });
}
