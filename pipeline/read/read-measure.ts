import { problemText, type ProblemText } from '../messages/problems.ts';
import { parseAggregate } from '../warehouse/parse-aggregate.ts';
import type { Aggregate, Measure, OverTime } from '../words/metric.ts';
import type { MetricHeader } from './metric-schema.ts';
import type { SqlReader } from './read-query.ts';

type Key = 'numerator' | 'denominator' | 'measure' | 'population' | 'over_time';
export type KeyProblem = readonly [key: Key, problem: ProblemText];

const COUNTABLE: readonly Aggregate['function'][] = ['sum', 'count', 'count-distinct'];

/** A header's measure and population, or what is wrong with them, by key. Not for derived metrics. */
export async function readMeasure(
  header: MetricHeader,
  reader: SqlReader,
): Promise<{ measure: Measure | null; population: Aggregate | null; problems: KeyProblem[] }> {
  const problems: KeyProblem[] = [];
  const read = async (key: Exclude<Key, 'over_time'>): Promise<Aggregate | null> => {
    const written = header[key];
    if (written === undefined) return null;
    const parsing = await parseAggregate(reader.warehouse, written, reader.kinds);
    if (!parsing.ok) {
      if (parsing.reason === 'syntax') problems.push([key, problemText('sql-syntax', parsing.message)]);
      else if (parsing.reason === 'try-cast') problems.push([key, problemText('try-cast')]);
      else if (parsing.reason === 'not-an-aggregate') problems.push([key, problemText('not-an-aggregate', written)]);
      else problems.push([key, problemText(parsing.reason, parsing.name)]);
      return null;
    }
    if (key !== 'measure' && !COUNTABLE.includes(parsing.aggregate.function)) problems.push([key, problemText('not-a-ratio', written)]);
    return parsing.aggregate;
  };
  const [numerator, denominator, aggregate, population] = [
    await read('numerator'),
    await read('denominator'),
    await read('measure'),
    await read('population'),
  ];
  const measure = measureOf(header, numerator, denominator, aggregate);
  const because = measure && header.over_time && overTimeProblem(measure, header.over_time);
  if (because) problems.push(['over_time', problemText('not-additive', 'over_time', because)]);
  return { measure, population, problems };
}

function measureOf(
  header: MetricHeader,
  numerator: Aggregate | null,
  denominator: Aggregate | null,
  aggregate: Aggregate | null,
): Measure | null {
  // Whether the body has the columns `flag` and `preliminary` is known when it is bound (read-metric.ts).
  if (header.given !== undefined) return { type: 'given', value: header.given, flag: false, preliminary: false };
  if (numerator && denominator) return { type: 'ratio', numerator, denominator };
  return aggregate && { type: 'aggregate', aggregate };
}

/** Why a measure cannot be put together over time in that way; null where it can. */
export function overTimeProblem(measure: Measure, overTime: OverTime): string | null {
  if (measure.type === 'given') return 'a given metric is not summed';
  if (measure.type === 'derived') return 'say it of the parts';
  const aggregates = measure.type === 'ratio' ? [measure.numerator, measure.denominator] : [measure.aggregate];
  const other = aggregates.find(aggregate => !['sum', 'count', 'avg'].includes(aggregate.function));
  if (other) return `a ${other.function} goes back to the facts`;
  const whole = measure.type === 'aggregate' && measure.aggregate.function !== 'avg';
  return overTime === 'mean' && !whole ? 'a mean over periods is of a sum or a count; a ratio is put together from its parts' : null;
}
