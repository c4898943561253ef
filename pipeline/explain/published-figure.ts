import type { Observation } from '../contract/observation.ts';
import { firstDay, monthOf, parsePeriod, writePeriod } from '../contract/period.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Municipality } from '../words/project.ts';
import type { AskedFigure } from './explanation.ts';

/** The members of the cell that is asked about, in the metric's order. Throws ExpectedError for a dimension that the metric has not. */
export function askedMembers({ dimensions }: MetricDeclaration, municipality: Municipality, asked: AskedFigure): string[] {
  const wrong = Object.keys(asked.members).filter(id => !dimensions.includes(id));
  if (wrong.length > 0)
    throw new ExpectedError(`${asked.metric} has no dimension '${wrong[0]}'; allowed: ${dimensions.join(', ') || 'none, it has none'}`);
  return dimensions.map(id => asked.members[id] ?? municipality.dimensions.find(dimension => dimension.id === id)?.own ?? '*');
}

/** The figure that is asked about among those that are published. Throws ExpectedError, naming what there is, where there is none. */
export function publishedFigure(
  rows: readonly Observation[],
  { dimensions }: MetricDeclaration,
  members: readonly string[],
  asked: AskedFigure,
): Observation {
  const { grain, first } = parsePeriod(asked.period)!;
  const isOfCell = (row: Observation): boolean => row.members.every((member, i) => member === members[i]);
  const isInTime = (row: Observation): boolean => row.grain === grain && row.window === asked.window;
  const isThen = (row: Observation): boolean => isInTime(row) && row.period_start === firstDay(first);
  const found = rows.find(row => isThen(row) && isOfCell(row));
  if (found) return found;

  const cell = dimensions.map((dimension, i) => `${dimension}=${members[i]}`).join(' ');
  const no = `${asked.metric} has no figure for ${[asked.period, asked.window, cell].join(' ').trim()}`;
  const known = (i: number): string[] => [...new Set(rows.map(row => row.members[i]!))];
  const other = members.findIndex((member, i) => !known(i).includes(member));
  if (other >= 0) throw new ExpectedError(`${no}; allowed for ${dimensions[other]}: ${known(other).join(', ')}`);
  const inTime = rows.filter(row => isInTime(row) && isOfCell(row));
  if (inTime.length === 0) {
    const windows = new Set(rows.filter(isOfCell).map(row => `${row.grain} ${row.window}`));
    throw new ExpectedError(`${no}; allowed: ${[...windows].join(', ') || 'other members together'}`);
  }
  const ends = [inTime[0]!, inTime.at(-1)!].map(row => writePeriod(row.grain, monthOf(row.period_start)));
  throw new ExpectedError(`${no}; allowed: ${ends.join(' to ')}`);
}
