import { round } from './round.ts';

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/** What decides how a metric's values are printed. `unit` is as readers see it, empty for bare numbers. */
export interface Unit {
  unit: string;
  unit_id: string;
  decimals: number;
}

/** A number as Swedish writes it, rounded by `round`: `−1 234,5`, with U+2212 and no-break spaces. Never `−0`. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = round(value, decimals);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  return `${rounded < 0 ? MINUS : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** As `formatNumber`, with `+` before what is above zero as printed: `+0,4`. */
export const formatSigned = (value: number, decimals: number): string =>
  `${round(value, decimals) > 0 ? '+' : ''}${formatNumber(value, decimals)}`;

/** A value and its unit: `7,6 %`, `74 dagar`, `1 234`. */
export const formatValue = (value: number, unit: Unit): string => withUnit(formatNumber(value, unit.decimals), unit.unit);

/** The size of a difference, without sign: percent differ in percentage points, everything else in its own unit. */
export const formatDifference = (difference: number, unit: Unit): string =>
  withUnit(formatNumber(Math.abs(difference), unit.decimals), differenceUnit(unit));

/** The unit that differences are said in: `procentenheter` for percent. */
export const differenceUnit = (unit: Unit): string => (unit.unit_id === 'percent' ? 'procentenheter' : unit.unit);

const withUnit = (number: string, unit: string): string => (unit === '' ? number : `${number}${NO_BREAK_SPACE}${unit}`);
