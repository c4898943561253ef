import { problemAt } from '../messages/problems.ts';
import { resultColumns, typeOfExpression, type ResultColumn } from '../warehouse/empty-relations.ts';
import type { Aggregate, Measure } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import type { Warehouse } from '../words/stages.ts';
import { bound } from './bound.ts';
import type { MetricHeader } from './metric-schema.ts';
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
  const time = columns.find(({ name }) => name === header.time);
  if (!time) problems.push(problemAt(file, document.lineAt(['time']), 'unknown-name', 'column', header.time!, names));
  else if (time.type !== 'DATE')
    problems.push(problemAt(file, document.lineAt(['time']), 'column-type', time.name, time.type, 'a column of type DATE'));
  for (const dimension of dimensions.filter(dimension => !names.includes(dimension)))
    problems.push(problemAt(file, document.lineAt(['breakdowns']), 'unknown-name', 'column', dimension, names));
  if (measure.type === 'given' && !names.includes(measure.value))
    problems.push(problemAt(file, document.lineAt(['given']), 'unknown-name', 'column', measure.value, names));
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
  const line = document.lineAt([key]);
  const type = await bound(document.file, problems, () => typeOfExpression(warehouse, header[key]!, body), line);
  if (type === null || aggregate.argument === null || !['sum', 'avg'].includes(aggregate.function)) return;
  const read = await typeOfExpression(warehouse, aggregate.argument, body);
  if (!EXACT.test(read)) problems.push(problemAt(document.file, line, 'column-type', aggregate.argument, read, EXACTLY));
}
