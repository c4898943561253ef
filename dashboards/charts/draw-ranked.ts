import type { Unit } from '../../pipeline/contract/format-number.ts';
import { formatNumber, formatValue } from '../../pipeline/contract/format-number.ts';
import { compareTexts } from '#texts/compare.ts';
import type { ChartRow, Drawing } from './drawing.ts';

/** One member of a group as it is drawn. */
export interface RankedMember {
  name: string;
  value: number;
  own: boolean;
}

/** What a group's members are drawn from, in the order of their places. */
export interface RankedInput {
  title: string;
  unit: Unit;
  members: readonly RankedMember[];
  spread: { lower_quartile: number; median: number; upper_quartile: number } | null;
}

const ROW = 28;
const ABOVE = 24;

/** Members on a row each with name and value, the group's middle half as a band and its median as a line. */
export function drawRanked(input: RankedInput): Drawing {
  const { members, spread, unit } = input;
  const values = members.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.04;
  const xdom: [number, number] = [low - room, high + room];
  const height = members.length * ROW;
  // Rows are counted from the top.
  const y = (i: number): number => members.length - i - 0.5;
  const py = (i: number): number => (i + 0.5) * ROW + 5;
  const own = members.flatMap((member, i) => (member.own ? [{ member, i }] : []));
  const others = members.flatMap((member, i) => (member.own ? [] : [{ member, i }]));
  const label =
    (text: (member: RankedMember) => string, x: number) =>
    ({ member, i }: { member: RankedMember; i: number }): ChartRow => ({
      x,
      py: py(i),
      text: text(member),
    });
  const name = label(member => member.name, xdom[0]);
  const value = label(member => formatNumber(member.value, unit.decimals), xdom[1]);
  return {
    height,
    above: ABOVE,
    below: 0,
    xdom,
    ydom: [0, members.length],
    rows: {
      quartiles: spread === null ? [] : [{ x: spread.lower_quartile, x2: spread.upper_quartile, y: 0, y2: members.length }],
      median: spread === null ? [] : [{ x: spread.median }],
      grid: members.map((_, i) => ({ x: xdom[0], x2: xdom[1], y: y(i) })),
      dot: others.map(({ member, i }) => ({ x: member.value, y: y(i) })),
      last: own.map(({ member, i }) => ({ x: member.value, y: y(i) })),
      name: others.map(name),
      nameOwn: own.map(name),
      value: others.map(value),
      valueOwn: own.map(value),
      note:
        spread === null ? [] : [{ x: spread.median, py: -8, text: compareTexts.medianLabel(formatNumber(spread.median, unit.decimals)) }],
    },
    says: { title: input.title, description: describeRanked(input) },
  };
}

/** A ranked chart in words: how many, the ends by name, the own value and the middle. */
export function describeRanked({ members, spread, unit }: RankedInput): string {
  const [first, last] = [members[0]!, members.at(-1)!];
  const own = members.find(member => member.own);
  const print = (value: number): string => formatValue(value, unit);
  return compareTexts.ranked(
    members.length,
    [first, last].map(member => `${member.name} ${print(member.value)}`) as [string, string],
    own ? `${own.name} ${print(own.value)}` : null,
    spread && print(spread.median),
  );
}
