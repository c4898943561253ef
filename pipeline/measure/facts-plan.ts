import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import { groupBy } from '../words/group-by.ts';
import type { Dimension } from '../words/project.ts';
import { howMade, readsEveryValue } from './aggregates.ts';
import { termsOf } from './terms.ts';

/** What an aggregate reads of each fact: its argument (1 for `count(*)`), null where the filter does not hold. */
export interface Input {
  /** Its column of the facts. */
  column: string;
  argument: string;
  filter: string | null;
}

/** What is computed of the facts that some metrics share, each thing once however many metrics ask for it. */
export interface FactsPlan {
  /** Body, time column and finest grain are the same for all. */
  shared: Pick<MetricDeclaration, 'body' | 'time' | 'finest'>;
  dimensions: readonly Dimension[];
  inputs: readonly Input[];
  /** Those of which it is said how many facts give null. */
  inspected: readonly Input[];
  /** Aggregates that are computed once for each atom and finest period, and rolled up. */
  rolled: readonly Aggregate[];
  /** Inputs whose values are counted. */
  counted: readonly CountedInput[];
  inputOf(aggregate: Aggregate): Input;
}

/** An input of which it is counted how often each value occurs in each atom and finest period. */
export interface CountedInput {
  input: Input;
  /** `numbers`: as DOUBLE and in order, for quantiles; `any`: told apart only. */
  values: 'numbers' | 'any';
  aggregates: readonly Aggregate[];
}

export const ALL_ROWS: Aggregate = { function: 'count', argument: null, fraction: null, filter: null };

/** Every aggregate of a metric. */
export function aggregatesOf(metric: MetricDeclaration): Aggregate[] {
  const { numerator, denominator } = termsOf(metric);
  return [numerator, denominator, metric.population].filter(aggregate => aggregate !== null);
}

/** Plans the metrics of a group. `dimensions` are all that any of them has. */
export function planFacts(group: readonly MetricDeclaration[], dimensions: readonly Dimension[]): FactsPlan {
  const aggregates = distinct([ALL_ROWS, ...group.flatMap(aggregatesOf)], keyOf);
  const inputs = distinct(aggregates, inputKey).map(({ argument, filter }, i): Input => ({
    column: `_x${i}`,
    argument: argument ?? '1',
    filter,
  }));
  const byKey = new Map(distinct(aggregates, inputKey).map((aggregate, i) => [inputKey(aggregate), inputs[i]!]));
  const inputOf = (aggregate: Aggregate): Input => byKey.get(inputKey(aggregate))!;
  const counted = aggregates.filter(aggregate => howMade(aggregate) !== 'rolled');
  return {
    shared: group[0]!,
    dimensions,
    inputs,
    inspected: [...new Set(aggregates.filter(readsEveryValue).map(inputOf))],
    rolled: aggregates.filter(aggregate => howMade(aggregate) === 'rolled'),
    counted: distinct(counted, aggregate => howMade(aggregate) + inputKey(aggregate)).map(first => ({
      input: inputOf(first),
      values: howMade(first) === 'ranked' ? 'numbers' : 'any',
      aggregates: counted.filter(other => inputOf(other) === inputOf(first) && howMade(other) === howMade(first)),
    })),
    inputOf,
  };
}

/** Equal aggregates have equal keys. */
export const keyOf = ({ function: name, argument, fraction, filter }: Aggregate): string =>
  JSON.stringify([name, argument, fraction, filter]);
const inputKey = ({ argument, filter }: Aggregate): string => JSON.stringify([argument, filter]);

const distinct = <T>(items: readonly T[], key: (item: T) => string): T[] => [...groupBy(items, key).values()].map(group => group[0]!);
