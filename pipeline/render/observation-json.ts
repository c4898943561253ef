import type { ProtectedMetric } from '../words/stages.ts';
import { observationFields, observationHeader } from './observation-columns.ts';

/**
 * `data/observations/<metric>.json`: `{ metric, columns, rows }`, a row a line, the other columns and the order of the CSV. Values and populations are numbers,
 * numerators and denominators exact decimal text, what the CSV leaves empty is null.
 */
export function observationJson({ declaration: { id, dimensions }, observations }: ProtectedMetric): string {
  const rows = observations.map(o =>
    JSON.stringify(
      observationFields(id, o)
        .slice(1)
        .map(field => (field === '' ? null : field)),
    ),
  );
  return `{"metric":${JSON.stringify(id)},"columns":${JSON.stringify(observationHeader(dimensions).slice(1))},"rows":[\n${rows.join(',\n')}\n]}\n`;
}
