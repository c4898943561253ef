import type { Observation } from '../pipeline/contract/observation.ts';
import { GRAIN_MONTHS, monthOf } from '../pipeline/contract/period.ts';
import type { SeriesRun, SeriesStretch } from '../pipeline/contract/series.ts';

/**
 * Observations as runs, each of one cell's periods that follow on each other, in time order; a cell whose rows have a gap has several.
 * `indexesOf` writes members as the file refers to them.
 */
export function seriesRuns(
  observations: readonly Observation[],
  indexesOf: (members: readonly string[]) => string,
  part: boolean,
): SeriesRun[] {
  const cells = new Map<string, Observation[]>();
  for (const o of observations) {
    const key = `${o.grain}|${o.window}|${indexesOf(o.members)}`;
    const cell = cells.get(key);
    if (cell) cell.push(o);
    else cells.set(key, [o]);
  }
  return [...cells.values()].flatMap(cutAtGaps).map(run => {
    const [{ grain, window, period_start, members }] = run;
    const written = [grain, window, indexesOf(members), period_start.slice(0, 7), stretchesOf(run)] as const;
    return part ? [...written, 1] : written;
  });
}

type Run = [Observation, ...Observation[]];

function cutAtGaps(cell: readonly Observation[]): Run[] {
  const runs: Run[] = [];
  for (const o of cell.toSorted((a, b) => monthOf(a.period_start) - monthOf(b.period_start))) {
    const run = runs.at(-1);
    const next = run && monthOf(run.at(-1)!.period_start) + GRAIN_MONTHS[o.grain];
    if (next === monthOf(o.period_start)) run!.push(o);
    else runs.push([o]);
  }
  return runs;
}

function stretchesOf(run: Run): SeriesStretch[] {
  const stretches: [(number | null)[], Observation['flag'], Observation['marks']][] = [];
  for (const { value, flag, marks } of run) {
    const last = stretches.at(-1);
    if (last?.[1] === flag && String(last[2]) === String(marks)) last[0].push(value);
    else stretches.push([[value], flag, marks]);
  }
  return stretches;
}
