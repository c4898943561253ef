import type { LayeredSpec } from './layers.ts';
import { areas, chart, discs, line, strokes, texts, ticks } from './layers.ts';

/** One spec function a kind of chart. Nothing in them depends on data, so each is compiled once. */
export const CHART_KINDS = {
  /** A series over time, with target, partly band and a context series; labels stand in the margin. */
  trend: (): LayeredSpec =>
    chart(360, [
      areas('band'),
      strokes('grid'),
      strokes('axis'),
      ticks('tick', 6),
      line('ctx'),
      strokes('target'),
      line('line'),
      discs('alone', 2.5),
      discs('last', 6),
      discs('open', 3.5),
      texts('level', 'right', -8),
      texts('month', 'center'),
      texts('year', 'center'),
      texts('end', 'left', 12),
      texts('endStrong', 'left', 12),
      texts('endBig', 'left', 12),
      texts('example', 'left'),
    ]),
  /** A unit beside its siblings, on their common scale. */
  multiple: (): LayeredSpec =>
    chart(96, [
      strokes('axis'),
      line('ctx'),
      strokes('target'),
      line('line'),
      discs('alone', 2),
      discs('last', 5),
      texts('month', 'left'),
      texts('monthEnd', 'right'),
      texts('endStrong', 'left', 9),
    ]),
  /** A line the size of a word. */
  spark: (): LayeredSpec => chart(28, [strokes('target'), line('line'), discs('alone', 1.5), discs('last', 4)]),
  /** The own value among a group's. */
  strip: (): LayeredSpec =>
    chart(44, [
      strokes('axis'),
      discs('dot', 4),
      discs('last', 6),
      texts('level', 'left'),
      texts('levelEnd', 'right'),
      texts('own', 'center'),
      texts('ownStart', 'left'),
      texts('ownEnd', 'right'),
    ]),
} satisfies Record<string, () => LayeredSpec>;

export type ChartKind = keyof typeof CHART_KINDS;
