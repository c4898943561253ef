import type { Workbook } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { problemText } from '../../messages/problems.ts';
import { ExpectedError } from '../../words/expected-error.ts';
import { gatherPlan } from './gather-plan.ts';
import { filledRows, type CellName, type CellProblem, type FilledRow } from './plan-cells.ts';
import { PLAN_COLUMNS, type PlanSheet } from './plan-columns.ts';
import { planTexts } from './plan-words.ts';
import { planYaml } from './plan-yaml.ts';

/** What a workbook says, as a plan's file, and what of it could not be read. */
export interface PlanFromWorkbook {
  yaml: string;
  problems: readonly CellProblem[];
  /** The cell that a place in the file came from, or the nearest. */
  cellAt(path: readonly PropertyKey[]): CellName;
}

/**
 * Reads a workbook that `planWorkbook` wrote and a person filled in. Every cell is in the file or among the problems. Throws ExpectedError for what is no
 * workbook.
 */
export async function readPlanWorkbook(bytes: Uint8Array): Promise<PlanFromWorkbook> {
  const { sheets } = await open(bytes);
  const problems: CellProblem[] = [];
  const { lists, ...filledIn } = planTexts.sheets;
  const names: readonly string[] = Object.values(filledIn);
  for (const { name } of sheets)
    if (name !== lists && !names.includes(name))
      problems.push({ sheet: name, cell: 'A1', ...problemText('wrong-value', 'a sheet that nothing reads', `${names.join(', ')}`) });
  const rows = Object.fromEntries(
    (Object.keys(PLAN_COLUMNS) as PlanSheet[]).map(kind => {
      const sheet = sheets.find(({ name }) => name === planTexts.sheets[kind]);
      if (!sheet) problems.push({ sheet: planTexts.sheets[kind], cell: 'A1', ...problemText('missing-file', 'such sheet') });
      return [kind, sheet ? filledRows(kind, sheet, problems) : []];
    }),
  ) as Record<PlanSheet, FilledRow[]>;
  const { value, cellAt } = gatherPlan(rows, problems);
  return { yaml: planYaml(value), problems, cellAt };
}

async function open(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    throw new ExpectedError(`it is not a workbook (XLSX): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
