import { formatMonthShort } from '../../pipeline/contract/format-day.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import { formatNumber, formatValue } from '../../pipeline/contract/format-number.ts';
import type { GroupFact } from '../../pipeline/contract/goals.ts';
import { chartTexts } from '#texts/chart.ts';
import { remember } from '../remember.ts';
import type { Drawing } from './drawing.ts';
import { formatScaled, magnitudeOf } from './level-axis.ts';
import type { SeriesPoint } from './series.ts';
import { alonePoints, lastPoint, rowsOf } from './series.ts';

/** What small multiples share, so that they can be compared. */
export interface MultipleScale {
  xdom: readonly [number, number];
  ydom: readonly [number, number];
  unit: Unit;
  context: readonly SeriesPoint[];
  target: number | null;
}

/** Multiples have the same context: it is the same rows, which are drawn once. */
const contextRows = remember(rowsOf);

/** A unit's small multiple; `withMonths` prints the ends of the time axis. */
export function drawMultiple(points: readonly SeriesPoint[], scale: MultipleScale, withMonths: boolean): Drawing {
  const { xdom, ydom, unit, context, target } = scale;
  const last = lastPoint(points);
  const py = (value: number): number => (96 * (ydom[1] - value)) / (ydom[1] - ydom[0]);
  const magnitude = magnitudeOf(ydom);
  return {
    height: 96,
    above: 8,
    below: 24,
    xdom,
    ydom,
    rows: {
      axis: [{ x: xdom[0], x2: xdom[1], y: ydom[0] }],
      ctx: contextRows(context),
      target: target === null ? [] : [{ x: xdom[0], x2: xdom[1], y: target }],
      line: rowsOf(points),
      alone: rowsOf(alonePoints(points)),
      last: last ? [{ x: last.month, y: last.value }] : [],
      month: withMonths ? [{ x: xdom[0], py: 115, text: formatMonthShort(xdom[0]) }] : [],
      monthEnd: withMonths ? [{ x: xdom[1], py: 115, text: formatMonthShort(xdom[1]) }] : [],
      endStrong: last ? [{ x: xdom[1], py: py(last.value) + 5, text: formatScaled(last.value, magnitude, unit.decimals) }] : [],
    },
    says: null,
  };
}

/** A line the size of a word: the last two years, the limit, the last value. */
export function drawSpark(points: readonly SeriesPoint[], limit: number | null): Drawing {
  const shown = points.slice(-24);
  const values = [...shown.flatMap(({ value }) => (value === null ? [] : [value])), ...(limit === null ? [] : [limit])];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || 1) * 0.15;
  const xdom: [number, number] = [shown[0]?.month ?? 0, shown.at(-1)?.month ?? 1];
  const last = lastPoint(shown);
  return {
    height: 28,
    above: 0,
    below: 0,
    xdom,
    ydom: values.length === 0 ? [0, 1] : [low - room, high + room],
    rows: {
      target: limit === null ? [] : [{ x: xdom[0], x2: xdom[1], y: limit }],
      line: rowsOf(shown),
      alone: rowsOf(alonePoints(shown)),
      last: last ? [{ x: last.month, y: last.value }] : [],
    },
    says: null,
  };
}

/** The own value among a group's, lowest and highest printed. `own` names the own value. */
export function drawStrip(fact: Pick<GroupFact, 'name' | 'own' | 'members'>, unit: Unit, own: string): Drawing {
  const values = fact.members.map(({ value }) => value);
  const low = Math.min(fact.own, ...values);
  const high = Math.max(fact.own, ...values);
  const share = high === low ? 0.5 : (fact.own - low) / (high - low);
  const label = share < 0.25 ? 'ownStart' : share > 0.75 ? 'ownEnd' : 'own';
  const room = high === low ? 1 : 0;
  const print = (value: number) => formatNumber(value, unit.decimals);
  return {
    height: 44,
    above: 16,
    below: 0,
    xdom: [low - room, high + room],
    ydom: [0, 44],
    rows: {
      axis: [{ x: low - room, x2: high + room, y: 30 }],
      dot: values.map(x => ({ x, y: 30 })),
      last: [{ x: fact.own, y: 30 }],
      [label]: [{ x: fact.own, py: -2, text: `${print(fact.own)} ${own}` }],
      level: [{ x: low - room, py: 38, text: print(low) }],
      levelEnd: high === low ? [] : [{ x: high + room, py: 38, text: print(high) }],
    },
    says: {
      title: fact.name,
      description: chartTexts.strip(
        fact.name,
        values.length,
        formatValue(Math.min(...values), unit),
        formatValue(Math.max(...values), unit),
        formatValue(fact.own, unit),
      ),
    },
  };
}
