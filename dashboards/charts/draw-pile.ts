import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { compareTexts } from '#texts/compare.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import type { RankedInput } from './draw-ranked.ts';
import { describeRanked } from './draw-ranked.ts';
import { levelAxis } from './level-axis.ts';

/** A phone has room for fewer piles beside each other; each is a disc's width. */
const PILES = { wide: 100, narrow: 40 } as const;
export type PileSize = keyof typeof PILES;
const DISC = 7;

/** Each member as a disc where its value is, on those with about the same value: too many to name, and all of them there. */
export function drawPile(input: RankedInput, size: PileSize): Drawing {
  const { members, spread, unit } = input;
  const axis = levelAxis(
    members.map(({ value }) => value),
    size === 'wide' ? 8 : 4,
  );
  const [low, high] = axis.domain;
  const width = (high - low) / PILES[size];
  const pileOf = (value: number): number => Math.min(PILES[size] - 1, Math.floor((value - low) / width));
  const heights = new Map<number, number>();
  // The own disc lies at the bottom of its pile, where its line begins.
  const placed = [...members]
    .sort((a, b) => Number(b.own) - Number(a.own))
    .map(member => {
      const pile = pileOf(member.value);
      const level = heights.get(pile) ?? 0;
      heights.set(pile, level + 1);
      return { ...member, x: low + (pile + 0.5) * width, level };
    });
  const most = Math.max(...heights.values());
  const height = Math.max(80, most * DISC + 4);
  const own = placed.find(member => member.own);
  const share = own ? (own.x - low) / (high - low) : 0.5;
  const label = share < 0.25 ? 'ownStart' : share > 0.75 ? 'ownEnd' : 'own';
  const at = (member: { x: number; level: number }): ChartRow => ({ x: member.x, y: (member.level + 0.5) * DISC });
  const print = (value: number): string => formatNumber(value, unit.decimals);
  return {
    height,
    above: 44,
    below: 28,
    xdom: axis.domain,
    ydom: [0, height],
    rows: {
      quartiles: spread === null ? [] : [{ x: spread.lower_quartile, x2: spread.upper_quartile, y: 0, y2: height }],
      median: spread === null ? [] : [{ x: spread.median }],
      mark: own ? [{ x: own.x }] : [],
      axis: [{ x: low, x2: high, y: 0 }],
      dot: placed.filter(member => !member.own).map(at),
      last: own ? [at(own)] : [],
      level: axis.levels.map(x => ({ x, py: height + 20, text: formatNumber(x, axis.decimals) })),
      note: spread === null ? [] : [{ x: spread.median, py: -8, text: compareTexts.medianLabel(print(spread.median)) }],
      [label]: own ? [{ x: own.x, py: -28, text: `${own.name} ${print(own.value)}` }] : [],
    },
    says: { title: input.title, description: describeRanked(input) },
  };
}
