import type { SiteIndex } from '../../site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { reportTexts } from '#texts/report.ts';
import { reportTitle, type Report } from '../report.ts';
import { actionSheet } from './action-sheet.ts';
import { goalSheet } from './goal-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { budgetSheet, metricSheet, signalSheet } from './metric-sheets.ts';
import { dayCell, WIDTH, type Sheet, type SheetCell } from './sheet.ts';
import { sourceSheet } from './source-sheet.ts';

/** The edition that a report was last changed in: its id, and its day in words. */
export interface ReportStamp {
  edition: string;
  date: string;
}

/** The tables of a report as those of a workbook, what it is first; tables without rows are left out. */
export const reportSheets = (index: SiteIndex, report: Report, stamp: ReportStamp): Sheet[] => [
  aboutSheet(index, report, stamp),
  ...[goalSheet, indicatorSheet, metricSheet, signalSheet, budgetSheet, actionSheet, sourceSheet]
    .map(sheet => sheet(index, report))
    .filter(({ rows }) => rows.length > 0),
];

function aboutSheet({ site }: SiteIndex, { name }: Report, { edition, date }: ReportStamp): Sheet {
  const t = reportTexts.aboutRows;
  const rows: [string, SheetCell][] = [
    [t.report, reportTitle(site)],
    [t.place, name],
    [t.municipality, site.municipality.name],
    [t.asOf, dayCell(site.as_of)],
    [t.edition, edition],
    [t.date, date],
    [t.audience, reportTexts.audience[site.audience]],
    ...(site.follow_up === null ? [] : [[t.approved, layoutTexts.approvalElsewhere] as [string, SheetCell]]),
    ...(site.demonstration ? [[t.marks, layoutTexts.demonstration(site.as_of)] as [string, SheetCell]] : []),
    ...(site.sources.some(({ synthetic }) => synthetic) ? [[t.marks, layoutTexts.synthetic] as [string, SheetCell]] : []),
  ];
  return {
    name: reportTexts.sheets.about,
    columns: [
      { header: reportTexts.sheets.about, width: WIDTH.name },
      { header: '', width: WIDTH.text },
    ],
    rows,
  };
}
