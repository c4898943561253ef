import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { csvOf, csvText, decimalText, numberText } from '../swedish-csv.ts';

/**
 * A metric's observations as Excel in Swedish opens them: the columns of the contract's CSV, with members by name, since a spreadsheet takes
 * a code as `6-15` for a day. Two members of one name keep their codes in brackets. Null is an empty cell.
 */
export function excelTable({ metric, dimensions }: ExploreMetric, observations: readonly Observation[]): string {
  const header = ['metric', 'grain', 'window', 'period_start', 'period_end', ...dimensions.map(({ id }) => id)];
  const names = dimensions.map(({ members }) => distinctNames(members));
  const optional = <T>(value: T | null, write: (value: T) => string): string => (value === null ? '' : write(value));
  return csvOf([
    [...header, 'value', 'numerator', 'denominator', 'population', 'flag', 'marks'].map(csvText),
    ...observations.map(o => [
      ...[metric, o.grain, o.window, o.period_start, o.period_end].map(csvText),
      ...o.members.map((member, i) => names[i]!.get(member)!),
      optional(o.value, numberText),
      optional(o.numerator, decimalText),
      optional(o.denominator, decimalText),
      optional(o.population, numberText),
      o.flag ?? '',
      o.marks.join(' '),
    ]),
  ]);
}

/** Member to its name as a field. */
function distinctNames(members: ExploreMetric['dimensions'][number]['members']): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const [, name] of members) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(members.map(([id, name]) => [id, csvText(times.get(name) === 1 ? name : `${name} (${id})`)]));
}
