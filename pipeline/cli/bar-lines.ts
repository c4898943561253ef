import { formatValue } from '../contract/format-number.ts';
import type { Observation } from '../contract/observation.ts';
import { unitLabel } from '../contract/unit-label.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Project } from '../words/project.ts';

/** In characters. */
const WIDTH = 30;

/** A table of a metric's observations, a line each: what it is about, the value or why there is none, a bar against the largest, marks. */
export function barLines(
  rows: readonly { label: string; row: Observation }[],
  { unit, decimals }: Pick<MetricDeclaration, 'unit' | 'decimals'>,
  { municipality }: Project,
): string {
  const format = { unit: unitLabel(unit, municipality.units_of_measure), unit_id: unit, decimals };
  const most = Math.max(...rows.map(({ row }) => Math.abs(row.value ?? 0)), 0);
  const longest = Math.max(16, ...rows.map(({ label }) => label.length));
  return rows
    .map(({ label, row }) => {
      const bar = '█'.repeat(most === 0 ? 0 : Math.round((Math.abs(row.value ?? 0) / most) * WIDTH));
      const value = row.value === null ? (row.flag ?? '') : formatValue(row.value, format);
      return `${`${label.padEnd(longest)} ${value.padStart(14)}  ${bar.padEnd(WIDTH)} ${row.marks.join(' ')}`.trimEnd()}\n`;
    })
    .join('');
}
