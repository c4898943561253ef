import { writeXlsx } from 'hucre/xlsx';
import { COLUMNS, formTexts, SHEET } from './assessment-columns.ts';
import type { FormRow } from './assessment-rows.ts';
import { formSheet } from './form-sheet.ts';

/** The form for assessments as a workbook. */
export const writeWorkbook = (title: string, rows: readonly FormRow[], now: Date): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [formSheet({ name: SHEET, title, howTo: formTexts.howTo, columns: COLUMNS, rows, frozen: 6 })],
    properties: { title, created: now, modified: now },
  });
