import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { drawLines } from '../charts/draw-lines.ts';
import { usualLevels } from '../charts/draw-outlook.ts';
import { drawTrend, shownPoints } from '../charts/draw-trend.ts';
import type { TrendSize } from '../charts/draw-trend.ts';
import type { TrendInput } from '../charts/series.ts';
import { drillTexts as t } from '#texts/drill.ts';
import { outlookTexts } from '#texts/outlook.ts';
import { revisedTexts } from '#texts/revised.ts';
import type { DrillView } from './drill-view.ts';
import { revisedCell } from './revised-cell.ts';

/** One period of a chart: what it says, and where its points are. */
export interface ReadPoint {
  text: string;
  /** Share of the plot's width. */
  x: number;
  /** Px from the plot's top; empty where the period has no figure. */
  ys: readonly number[];
}

/** The periods of a view's chart in time order, those that are foretold last. */
export function readMonths({ trend, lines }: DrillView, size: TrendSize): Month[] {
  if (lines !== null) {
    const { xdom } = drawLines(lines, size);
    const months = lines.series.flatMap(({ points }) => points.map(({ month }) => month));
    return [...new Set(months)].filter(month => month >= xdom[0]).sort((a, b) => a - b);
  }
  return [...shownPoints(trend.points, size), ...(trend.outlook?.foretold ?? [])].map(({ month }) => month);
}

/** What a view's chart says of a period. */
export function readPoint(view: DrillView, size: TrendSize, month: Month): ReadPoint {
  const { trend, lines } = view;
  const { xdom, ydom, height } = lines === null ? drawTrend(trend, size) : drawLines(lines, size);
  const valued =
    lines === null
      ? [valueAt(trend, month)]
      : lines.series.map(({ points }) => points.find(candidate => candidate.month === month)?.value ?? null);
  const says =
    lines === null
      ? [sayTrend(trend, month), ...sayRevised(view, month)].join('; ')
      : lines.series.map(({ name }, i) => t.readOf(name, valued[i] === null ? t.noFigure : formatValue(valued[i]!, lines.unit))).join('; ');
  return {
    text: t.read(formatPeriod(trend.grain, firstDay(month)), says),
    x: (month - xdom[0]) / (xdom[1] - xdom[0]),
    ys: valued.flatMap(value => (value === null ? [] : [(height * (ydom[1] - value)) / (ydom[1] - ydom[0])])),
  };
}

/** `reviderad: 5,4 → 5,5, rapporterad i Delårsrapport`; nothing where the period's figure is what was reported. */
function sayRevised(view: DrillView, month: Month): string[] {
  const cell = view.cells.find(candidate => candidate.month === month);
  const revised = cell === undefined ? null : revisedCell(cell, view);
  return revised === null ? [] : [revisedTexts.said(revised)];
}

const valueAt = ({ points, outlook }: TrendInput, month: Month): number | null =>
  points.find(point => point.month === month)?.value ?? outlook?.foretold.find(point => point.month === month)?.value ?? null;

/** `7,8 %, över gränsen för vanlig variation; vanligt är 5,1 % till 7,6 %`, `prognos 7,1 %, mellan 6,4 % och 7,9 %`. */
function sayTrend(trend: TrendInput, month: Month): string {
  const { points, outlook, grain, unit } = trend;
  const print = (value: number): string => formatValue(value, unit);
  const foretold = outlook?.foretold.find(point => point.month === month);
  if (foretold) return t.readForecast(print(foretold.value), foretold.low === null ? null : [print(foretold.low), print(foretold.high!)]);
  const point = points.find(candidate => candidate.month === month);
  if (point === undefined || point.value === null) return t.noFigure;
  const unusual = outlook?.unusual.find(candidate => candidate.month === month);
  const part = outlook?.usual.find(({ first, last }) => first <= month && month <= last);
  const level = part && usualLevels(part, grain, points, unit.unit_id === 'percent').find(candidate => candidate.month === month);
  const usual = level && level.lower !== null && level.upper !== null ? t.readUsual(print(level.lower), print(level.upper)) : null;
  const own = [print(point.value), ...(point.open ? [t.notFinal] : []), ...(unusual ? [outlookTexts.cause[unusual.cause]] : [])];
  return [own.join(', '), ...(usual === null ? [] : [usual])].join('; ');
}
