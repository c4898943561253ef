import type { LayeredSpec } from './layers.ts';
import { areas, chart, discs, line, ribbon, squares, strokes, texts, ticks, verticals } from './layers.ts';

/** How high an event's tick stands on the chart's floor, px. */
export const EVENT_TICK = 12;

/** Layers of the lines that are not emphasised, told apart by their dashes. */
export const OTHER_LINES = ['other1', 'other2', 'other3', 'other4', 'other5', 'other6', 'other7'] as const;

/** One spec function a kind of chart. Nothing in them depends on data, so each is compiled once. */
export const CHART_KINDS = {
  /** A series over time, with target, partly band and either a context series or what is usual, unusual and foretold; labels stand in the margin. */
  trend: (): LayeredSpec =>
    chart(360, [
      areas('band'),
      ribbon('interval'),
      strokes('grid'),
      strokes('axis'),
      ticks('tick', 6),
      verticals('change'),
      ticks('event', -EVENT_TICK),
      line('ctx'),
      line('mean'),
      line('lower'),
      line('upper'),
      strokes('target'),
      line('line'),
      line('foretold'),
      discs('alone', 2.5),
      discs('last', 6),
      discs('open', 3.5),
      discs('better', 4.5),
      squares('worse', 8),
      discs('unusual', 4.5),
      texts('level', 'right', -8),
      texts('month', 'center'),
      texts('year', 'center'),
      texts('end', 'left', 12),
      texts('endStrong', 'left', 12),
      texts('endBig', 'left', 12),
      texts('example', 'left'),
      texts('eventNumber', 'center'),
      texts('reason', 'left', 8),
      texts('reasonEnd', 'right', -8),
    ]),
  /** Several series on one scale, one of them emphasised, each with its name in the margin at its end. */
  lines: (): LayeredSpec =>
    chart(360, [
      strokes('grid'),
      strokes('axis'),
      ticks('tick', 6),
      ...OTHER_LINES.map(line),
      line('line'),
      discs('dot', 3),
      discs('alone', 2.5),
      discs('last', 5),
      texts('level', 'right', -8),
      texts('month', 'center'),
      texts('year', 'center'),
      texts('end', 'left', 12),
      texts('endStrong', 'left', 12),
      texts('example', 'left'),
    ]),
  /** Ranked values as horizontal bars from zero, with the target as a line through them; y is px from the plot's top. */
  bars: (): LayeredSpec =>
    chart(320, [
      areas('bar'),
      areas('barStrong'),
      verticals('axis'),
      verticals('target'),
      texts('name', 'right', -12),
      texts('nameOver', 'left', 8),
      texts('value', 'left', 8),
      texts('words', 'left', 8),
      texts('own', 'center'),
      texts('ownStart', 'left'),
      texts('ownEnd', 'right'),
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
      // Into the margin that the last value has, or it would meet the first month on a phone.
      texts('monthEnd', 'right', 40),
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
