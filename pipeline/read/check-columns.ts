import { problemText, type ProblemText } from '../messages/problems.ts';
import { resultColumns, typeOfExpression, type ResultColumn } from '../warehouse/empty-relations.ts';
import type { Aggregate, Measure } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import type { Warehouse } from '../words/stages.ts';
import { bound } from './bound.ts';
import type { MetricHeader } from './metric-schema.ts';
import { placeInHeader } from './place-in-header.ts';
import type { YamlDocument } from './read-yaml.ts';

/** What sums and averages read: DuckDB's sum of DOUBLE differs from run to run. */
const EXACT = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL|BOOLEAN)/;
const EXACTLY = 'DECIMAL or a whole number, whose sums are the same in every run';

/** Checks a metric's time, dimensions and measure against its body's columns, and says which columns those are. */
export async function checkColumns(
  metric: {
    header: MetricHeader;
    document: YamlDocument;
    body: string;
    dimensions: readonly string[];
    measure: Measure;
    population: Aggregate | null;
  },
  warehouse: Warehouse,
  problems: Problem[],
): Promise<readonly ResultColumn[]> {
  const { header, document, body, dimensions, measure, population } = metric;
  const { file } = document;
  const columns = await bound(file, problems, () => resultColumns(warehouse, body));
  if (!columns) return [];
  const names = columns.map(({ name }) => name);
  const found = (key: string, problem: ProblemText) => problems.push({ file, ...placeInHeader(document, [key]), ...problem });
  const time = columns.find(({ name }) => name === header.time);
  if (!time) found('time', problemText('unknown-name', 'column', header.time!, names));
  else if (time.type !== 'DATE') found('time', problemText('column-type', time.name, time.type, 'a column of type DATE'));
  for (const dimension of dimensions.filter(dimension => !names.includes(dimension)))
    found('breakdowns', problemText('unknown-name', 'column', dimension, names));
  if (measure.type === 'given' && !names.includes(measure.value))
    found('given', problemText('unknown-name', 'column', measure.value, names));
  const preliminary = measure.type === 'given' ? columns.find(({ name }) => name === 'preliminary') : undefined;
  if (preliminary && preliminary.type !== 'BOOLEAN')
    found('given', problemText('column-type', 'preliminary', preliminary.type, 'a column of type BOOLEAN'));
  for (const [key, aggregate] of aggregatesOf(measure, population)) await checkAggregate(key, aggregate, metric, warehouse, problems);
  return columns;
}

type Key = 'numerator' | 'denominator' | 'measure' | 'population';

function aggregatesOf(measure: Measure, population: Aggregate | null): [Key, Aggregate][] {
  const people: [Key, Aggregate][] = population ? [['population', population]] : [];
  if (measure.type === 'ratio') return [['numerator', measure.numerator], ['denominator', measure.denominator], ...people];
  return measure.type === 'aggregate' ? [['measure', measure.aggregate], ...people] : people;
}

async function checkAggregate(
  key: Key,
  aggregate: Aggregate,
  { header, document, body }: { header: MetricHeader; document: YamlDocument; body: string },
  warehouse: Warehouse,
  problems: Problem[],
): Promise<void> {
  // An expression stands one line further down than a body does.
  const placeOf = (within?: { line: number; column?: number }) =>
    placeInHeader(document, [key], within && { ...within, line: within.line - 1 });
  const type = await bound(document.file, problems, () => typeOfExpression(warehouse, header[key]!, body), placeOf);
  if (type === null || aggregate.argument === null || !['sum', 'avg'].includes(aggregate.function)) return;
  const read = await typeOfExpression(warehouse, aggregate.argument, body);
  if (!EXACT.test(read))
    problems.push({ file: document.file, ...placeOf(), ...problemText('column-type', aggregate.argument, read, EXACTLY) });
}
