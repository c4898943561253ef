import type { LayeredSpec } from './layers.ts';
import { areas, chart, discs, line, ribbon, strokes, texts, ticks, verticals } from './layers.ts';

/** Kinds of chart that are drawn at build alone: they are in no page's script. */
export const BUILD_KINDS = {
  /** The members of a group, one a row, by value. */
  ranked: (): LayeredSpec =>
    chart(240, [
      areas('quartiles'),
      strokes('grid'),
      verticals('median'),
      discs('dot', 4),
      discs('last', 6),
      texts('name', 'right', -12),
      texts('nameOwn', 'right', -12),
      texts('value', 'left', 12),
      texts('valueOwn', 'left', 12),
      texts('note', 'center'),
    ]),
  /** The members of a large group, piled where their values are. */
  pile: (): LayeredSpec =>
    chart(160, [
      areas('quartiles'),
      verticals('median'),
      strokes('axis'),
      verticals('mark'),
      discs('dot', 3),
      discs('last', 5),
      texts('level', 'center'),
      texts('note', 'center'),
      texts('own', 'center'),
      texts('ownStart', 'left', -6),
      texts('ownEnd', 'right', 6),
    ]),
  /** The own series over time, before the middle half of a group and its median. */
  among: (): LayeredSpec =>
    chart(300, [
      ribbon('quartiles'),
      strokes('grid'),
      strokes('axis'),
      ticks('tick', 6),
      line('ctx'),
      line('line'),
      discs('alone', 2.5),
      discs('last', 6),
      texts('level', 'right', -8),
      texts('year', 'center'),
      texts('month', 'center'),
      texts('end', 'left', 12),
      texts('endStrong', 'left', 12),
      texts('endBig', 'left', 12),
    ]),
  /** The own place in a group over time, the first on top. */
  places: (): LayeredSpec =>
    chart(140, [
      strokes('axis'),
      ticks('tick', 6),
      line('ctx'),
      line('line'),
      discs('point', 3),
      discs('last', 6),
      texts('rank', 'center'),
      texts('rankOwn', 'center'),
      texts('level', 'right', -8),
      texts('year', 'center'),
      texts('month', 'center'),
      texts('end', 'left', 12),
      texts('endStrong', 'left', 12),
      texts('endBig', 'left', 12),
    ]),
} satisfies Record<string, () => LayeredSpec>;

export type BuildKind = keyof typeof BUILD_KINDS;
