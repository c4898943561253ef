import type { Cell, CellStyle, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { reportTitle, type Report } from '../../dashboards/report/report.ts';
import { reportSheets, type ReportStamp } from '../../dashboards/report/sheets/report-sheets.ts';
import type { Sheet, SheetCell } from '../../dashboards/report/sheets/sheet.ts';
import type { SiteIndex } from '../../dashboards/site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { reportTexts } from '#texts/report.ts';

const FONT = { name: 'Calibri', size: 11 };
const HEAD: CellStyle = { font: { ...FONT, bold: true }, alignment: { vertical: 'top', wrapText: true } };
const TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/**
 * A report's tables as a workbook (ECMA-376): numbers are numbers, with the decimals that the site prints, and text is text whatever it begins with.
 * Each sheet of paper names the edition. The same report and stamp give the same bytes.
 */
export function reportWorkbook(index: SiteIndex, report: Report, stamp: ReportStamp): Promise<Uint8Array> {
  const { site } = index;
  const title = reportTexts.title(reportTitle(site), report.name);
  const head = escapeCodes(layoutTexts.printedHead(site.municipality.name, title));
  const sheets = reportSheets(index, report, stamp).map((sheet): WriteSheet => ({
    ...cellsOf(sheet),
    headerFooter: {
      oddHeader: `&L${head}&R${layoutTexts.printedEdition(stamp.date)}`,
      oddFooter: `&L${stamp.edition}&R${reportTexts.page}`,
    },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  }));
  const day = new Date(site.as_of);
  return writeXlsx({ sheets, defaultFont: FONT, properties: { title, created: day, modified: day } });
}

/** `&` begins a code in a header. */
const escapeCodes = (text: string): string => text.replaceAll('&', '&&');

function cellsOf({ name, columns, rows }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ header }, at) => cells.set(`0,${at}`, { value: header, style: HEAD }));
  rows.forEach((row, i) => row.forEach((cell, at) => cells.set(`${i + 1},${at}`, writtenCell(cell))));
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: rows.length + 1 }, () => columns.map(() => null)),
    cells,
    freezePane: { rows: 1, columns: 1 },
  };
}

function writtenCell(cell: SheetCell): Partial<Cell> {
  if (cell === null || typeof cell === 'string') return { value: cell, style: TEXT };
  if ('day' in cell) return { value: new Date(cell.day), style: { ...TEXT, numFmt: 'yyyy-mm-dd' } };
  return { value: cell.value, style: { ...TEXT, numFmt: cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}` } };
}
