import type { Unit } from '../../pipeline/contract/format-number.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import { chartTexts } from '#texts/chart.ts';
import type { TrendSize } from './draw-trend.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import { formatScaled, magnitudeOf } from './level-axis.ts';

/** One bar, or the words that stand in its place where the value is hidden or missing. */
export interface Bar {
  name: string;
  value: number | null;
  /** Why there is no value; or what is said of the value there is. */
  words: string;
  emphasised: boolean;
}

/** What ranked bars are drawn from: from the top in the given order. */
export interface BarsInput {
  title: string;
  unit: Unit;
  bars: readonly Bar[];
  /** In force for what the bars show; null where none is. */
  target: { limit: number; words: string } | null;
  example: boolean;
}

/** Names stand left of wide bars and over narrow ones; `row` is from one bar to the next and `bar` the height of one, px. */
const SIZES = {
  wide: { row: 32, bar: 20, name: 34 },
  narrow: { row: 48, bar: 20, name: 40 },
} as const;

/** Ranked horizontal bars from zero. */
export function drawBars({ title, unit, bars, target, example }: BarsInput, size: TrendSize): Drawing {
  const { row, bar, name: width } = SIZES[size];
  const height = Math.max(1, bars.length) * row;
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const magnitude = magnitudeOf(values);
  const ends = [0, ...values, ...(target === null ? [] : [target.limit])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const xdom = [low, high === low ? low + 1 : high] as const;
  const top = (i: number): number => (i + 1) * row - bar - (row - bar) / (size === 'wide' ? 2 : 4);
  const boxes = (emphasised: boolean): ChartRow[] =>
    bars.flatMap((one, i) =>
      one.value !== null && one.emphasised === emphasised ? [{ x: 0, x2: one.value, y: top(i), y2: top(i) + bar }] : [],
    );
  const share = target === null ? 0 : (target.limit - xdom[0]) / (xdom[1] - xdom[0]);
  const targetLayer = share < 0.25 ? 'ownStart' : share > 0.75 ? 'ownEnd' : 'own';
  const targetText = target === null ? [] : [{ x: target.limit, py: -8, text: target.words }];
  const names = bars.map(({ name }, i) => ({ x: xdom[0], py: size === 'wide' ? top(i) + 15 : top(i) - 6, text: shortened(name, width) }));
  const texts = (of: 'value' | 'words'): ChartRow[] =>
    bars.flatMap(({ value, words }, i) => {
      if ((value === null) !== (of === 'words')) return [];
      // A bar to the left of zero has its value on the right, where there is room.
      const text = value === null ? words : [formatScaled(value, magnitude, unit.decimals), words].filter(Boolean).join(' ');
      return [{ x: Math.max(0, value ?? 0), py: top(i) + 15, text }];
    });
  return {
    height,
    above: target === null && !example ? 4 : example && target !== null ? 48 : 28,
    below: 4,
    xdom,
    // y is px from the plot's top.
    ydom: [height, 0],
    rows: {
      bar: boxes(false),
      barStrong: boxes(true),
      axis: [{ x: 0 }],
      target: target === null ? [] : [{ x: target.limit }],
      [size === 'wide' ? 'name' : 'nameOver']: names,
      value: texts('value'),
      words: texts('words'),
      [targetLayer]: targetText,
      example: example ? [{ x: xdom[0], py: target === null ? -12 : -32, text: chartTexts.example }] : [],
    },
    says: {
      title,
      description: [
        chartTexts.bars(values.length),
        ...bars.map(({ name, value, words }) => chartTexts.bar(name, value === null ? words : formatValue(value, unit))),
        ...(target === null ? [] : [chartTexts.target(target.words)]),
        chartTexts.inTable,
      ].join(' '),
    },
  };
}

const shortened = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
