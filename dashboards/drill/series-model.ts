import type { Flag, Mark, RevisionCause } from '../../pipeline/contract/observation.ts';
import { isSettled } from '../../pipeline/contract/observation.ts';
import type { Grain, Month, Window } from '../../pipeline/contract/period.ts';
import { GRAIN_MONTHS, monthOf } from '../../pipeline/contract/period.ts';
import type { SeriesFile, SeriesJudgement } from '../../pipeline/contract/series.ts';
import type { Outlook, SeriesPoint } from '../charts/series.ts';
import { rememberEach } from '../remember.ts';

/** One figure of a series file. */
export interface SeriesCell {
  month: Month;
  value: number | null;
  flag: Flag | null;
  marks: readonly Mark[];
  /** True where it is the part of a moved unit that this parent had. */
  part: boolean;
  /** What a follow-up, by id, reported where that is another value; null where none did. */
  revised: { was: number; followUp: string; causes: readonly RevisionCause[] } | null;
}

/** A series file, looked up by what a reader chooses. Members are ids in the file's dimension order. */
export interface SeriesModel {
  node: string;
  dimensions: readonly string[];
  /** In time order; empty where there are no such rows. */
  cells(grain: Grain, window: Window, members: readonly string[]): readonly SeriesCell[];
  /** What is judged of the cell's single periods of the finest grain; null where nothing is. */
  outlook(members: readonly string[]): Outlook | null;
  /** Members of a dimension that have rows. */
  members(dimension: string): readonly string[];
  name(dimension: string, member: string): string;
  /** What is said of a node under the file's; null where nothing is. */
  sentence(node: string): string | null;
}

export function seriesModel(file: SeriesFile): SeriesModel {
  const series = new Map<string, SeriesCell[]>();
  // By members as runs write them.
  const written = new Map<string, SeriesCell[]>();
  const membersAt = (indexes: string): string[] =>
    indexes === '' ? [] : indexes.split('|').map((index, i) => file.members[i]![Number(index)]!);
  for (const [grain, window, indexes, from, stretches, part] of file.runs) {
    const as = `${grain}|${window}|${indexes}`;
    let cells = written.get(as);
    if (cells === undefined) {
      written.set(as, (cells = []));
      series.set(keyOf(grain, window, membersAt(indexes)), cells);
    }
    let month = first(from);
    for (const [values, flag, marks] of stretches)
      for (const value of values) {
        cells.push({ month, value, flag, marks, part: part === 1, revised: null });
        month += GRAIN_MONTHS[grain];
      }
  }
  for (const [grain, window, period, indexes, was, followUp, causes] of file.revised) {
    const cell = written.get(`${grain}|${window}|${indexes}`)?.find(({ month, part }) => month === first(period) && !part);
    if (cell !== undefined) cell.revised = { was, followUp, causes };
  }
  for (const cells of series.values()) cells.sort((a, b) => a.month - b.month);
  const judged = new Map(file.judged.map(judgement => [membersAt(judgement.members).join('|'), judgement]));
  return {
    node: file.node,
    dimensions: file.dimensions,
    cells: (grain, window, members) => series.get(keyOf(grain, window, members)) ?? [],
    outlook: members => {
      const judgement = judged.get(members.join('|'));
      return judgement === undefined ? null : outlookOf(judgement);
    },
    members: dimension => file.members[file.dimensions.indexOf(dimension)] ?? [],
    name: (dimension, member) => file.names[`${dimension}/${member}`] ?? member,
    sentence: node => file.sentences[node] ?? null,
  };
}

const first = (period: string): Month => monthOf(`${period}-01`);

const outlookOf = ({ segments, signals, forecast }: SeriesJudgement): Outlook => ({
  usual: segments.map(([from, to, mean, lpl, upl, season, reason]) => ({
    first: first(from),
    last: first(to),
    mean,
    lpl,
    upl,
    season,
    reason,
  })),
  unusual: signals
    .flatMap(([cause, type, periods]) => periods.map(period => ({ month: first(period), cause, type })))
    .sort((a, b) => a.month - b.month),
  foretold: forecast.map(([period, value, low, high]) => ({ month: first(period), value, low, high })),
});

const keyOf = (grain: Grain, window: Window, members: readonly string[]): string => `${grain}|${window}|${members.join('|')}`;

/**
 * Points for a chart: finished periods, with a hole for each period that has no value. What is still going on is left out,
 * since a part of a period is no level to compare with whole ones. Made once for cells that are asked for again: a step asks for every unit's.
 */
export const pointsOf = rememberEach((cells: readonly SeriesCell[], grain: Grain): readonly SeriesPoint[] => {
  const isDrawn = (cell: SeriesCell): boolean => cell.value !== null && !cell.marks.includes('partial');
  const [first, last] = [cells.findIndex(isDrawn), cells.findLastIndex(isDrawn)];
  const points: SeriesPoint[] = [];
  // A hole for each period between a cell and the one before it: cells are in time order.
  for (const cell of first < 0 ? [] : cells.slice(first, last + 1)) {
    if (cell.marks.includes('partial')) continue;
    for (let month = (points.at(-1)?.month ?? cell.month) + GRAIN_MONTHS[grain]; month < cell.month; month += GRAIN_MONTHS[grain])
      points.push({ month, value: null, open: false });
    points.push({ month: cell.month, value: cell.value, open: !isSettled(cell, false) });
  }
  return points;
});

/** The last settled figure; else the last finished one that has a value; else null. */
export const latestCell = (cells: readonly SeriesCell[]): SeriesCell | null =>
  cells.findLast(cell => isSettled(cell, false)) ?? cells.findLast(cell => cell.value !== null && !cell.marks.includes('partial')) ?? null;
