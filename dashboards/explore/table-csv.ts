import type { Mark } from '../../pipeline/contract/observation.ts';
import { swedishCsv } from '../swedish-csv.ts';
import { exploreTexts } from '#texts/explore.ts';
import { statusTexts } from '#texts/status.ts';
import { headName, unitWord } from './explore-words.ts';
import type { Pivot, PivotCell } from './pivot.ts';

export interface CsvView {
  pivots: readonly Pivot[];
  rowsName: string;
  about: string;
  sources: readonly string[];
  /** The date of the edition. */
  edition: string;
  /** Where the same choice is shown. */
  address: string;
}

const t = exploreTexts.csv;

/** Every row of the shown tables, with what the figures are about over them and remarks beside them. Values as published, not rounded. */
export const tableCsv = (view: CsvView): string => swedishCsv(view.pivots.flatMap(pivot => [...linesOf(pivot, view), []]).slice(0, -1));

function linesOf(pivot: Pivot, view: CsvView): (string | number | null)[][] {
  const remarked = pivot.columns.map((_, column) => pivot.cells.some(cells => remarkOf(cells[column]!) !== ''));
  const example = pivot.cells.some(cells => cells.some(cell => cell?.marks.includes('example')));
  const names = pivot.columns.map(headName);
  return [
    ...(pivot.metric === null
      ? []
      : [
          [t.metric, pivot.metric.name],
          [t.unit, unitWord(pivot.metric)],
        ]),
    [t.selection, view.about],
    [t.source, view.sources.join(', ')],
    [t.edition, view.edition],
    [t.address, view.address],
    ...(example ? [[t.example, t.exampleSays]] : []),
    [],
    [view.rowsName, ...names.flatMap((name, i) => (remarked[i] ? [name, t.remark(name)] : [name]))],
    ...pivot.rows.map((row, i) => [
      headName(row),
      ...pivot.cells[i]!.flatMap((cell, column) => (remarked[column] ? [cell?.value ?? null, remarkOf(cell)] : [cell?.value ?? null])),
    ]),
  ];
}

/** Why there is no figure, and what is said of the one there is. */
function remarkOf(cell: PivotCell | null): string {
  if (cell === null) return t.none;
  const flag = cell.value === null ? [statusTexts.flag[cell.flag ?? 'missing']] : [];
  const marks = cell.marks
    .filter((mark): mark is Exclude<Mark, 'example'> => mark !== 'example')
    .map(mark => statusTexts.mark[mark].toLowerCase());
  return [...flag, ...marks].join(', ');
}
