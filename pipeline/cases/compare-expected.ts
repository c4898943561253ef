import type { Observation } from '../contract/observation.ts';
import type { Problem } from '../words/problem.ts';
import type { MeasuredMetric } from '../words/stages.ts';
import type { CaseTable } from './read-table.ts';

const KEYS = ['grain', 'window', 'period_start'] as const;
const RESULTS = ['value', 'numerator', 'denominator', 'population', 'flag', 'marks'] as const;

/** Each expected row against the metric's row at its key. A key column that is left out is `period` for the window, `*` for a dimension. */
export function compareExpected({ file, columns, rows }: CaseTable, { declaration, observations }: MeasuredMetric): Problem[] {
  const known = [...KEYS, ...declaration.dimensions, ...RESULTS];
  const unknown = columns.find(column => !known.includes(column));
  const needed = (['grain', 'period_start'] as const).find(column => !columns.includes(column));
  if (unknown !== undefined || needed !== undefined) {
    const found = unknown === undefined ? `no column \`${needed}\`` : `a column \`${unknown}\``;
    return [{ code: 'case-column', file, line: 1, found, allowed: known.join(', ') }];
  }
  return rows.flatMap(({ line, values }): Problem[] => {
    const said = (column: string): string | null => values[columns.indexOf(column)] ?? null;
    const key = { grain: said('grain'), window: said('window') ?? 'period', period_start: said('period_start') };
    const members = declaration.dimensions.map(dimension => said(dimension) ?? '*');
    const row = observations.find(it => KEYS.every(name => it[name] === key[name]) && String(it.members) === String(members));
    const at = [key.grain, key.window, key.period_start, ...members].join(' ');
    if (!row) return [{ code: 'case-differs', file, line, found: `no row at ${at}`, allowed: 'the row that is expected' }];
    return RESULTS.filter(name => columns.includes(name) && !same(said(name), written(row, name))).map(name => ({
      code: 'case-differs',
      file,
      line,
      found: `${name} ${written(row, name) ?? 'empty'} at ${at}`,
      allowed: `${said(name) ?? 'empty'}, as expected`,
    }));
  });
}

function written(row: Observation, name: (typeof RESULTS)[number]): string | null {
  if (name === 'marks') return row.marks.join(' ') || null;
  if (name === 'population' && row.flag !== null) return null;
  return row[name] === null ? null : String(row[name]);
}

/** Numbers to 1e-9 of their size, so that 33.333333333 may be written for a third. */
function same(expected: string | null, found: string | null): boolean {
  if (expected === null || found === null || expected === found) return expected === found;
  const [a, b] = [Number(expected), Number(found)];
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
