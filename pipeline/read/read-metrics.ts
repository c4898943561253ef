import { problemAt } from '../messages/problems.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import type { Municipality } from '../words/project.ts';
import { decode } from './decode.ts';
import { deriveMetrics, type DerivedDraft } from './derive-metrics.ts';
import type { ProjectText } from './find-files.ts';
import { knownNames } from './known-names.ts';
import { measureKind, metricSchema, type MetricHeader } from './metric-schema.ts';
import { takeOutMargins } from './margins.ts';
import { takeOutDuplicates, type Declared } from './names.ts';
import { openHeader, type WithHeader } from './open-header.ts';
import { checkOwnTarget } from './own-target.ts';
import { parseDerivation } from './parse-derivation.ts';
import { readMetric } from './read-metric.ts';
import type { SqlReader } from './read-query.ts';
import type { Relations } from './read-relations.ts';
import type { YamlDocument } from './read-yaml.ts';

export interface Metrics extends Declared {
  declarations: readonly MetricDeclaration[];
}

/** Every metric that has no problems, in path order: those that read facts, then what is derived from them filled in. */
export async function readMetrics(
  files: readonly ProjectText[],
  municipality: Municipality | null,
  relations: Relations,
  reader: SqlReader,
  problems: Problem[],
): Promise<Metrics> {
  const opened = files
    .filter(file => file.kind === 'metrics')
    .map(file => openHeader(file, 'id, name, question, unit, desired and a measure', problems));
  const doubles = takeOutDuplicates(opened, problems);
  const known = opened.flatMap(({ id }) => id ?? []);
  const schema = metricSchema(knownNames(municipality), known);
  const declared: MetricDeclaration[] = [];
  const drafts: DerivedDraft[] = [];
  const headers: { header: MetricHeader; document: YamlDocument }[] = [];
  const documents = new Map<string, YamlDocument>();
  for (const item of opened) {
    if (!hasDocument(item)) continue;
    const header = decode(item.document, schema, problems);
    if (header) headers.push({ header, document: item.document });
    if (isDerived(item.document)) {
      const drafted = header ? draftOf(item, header, problems) : [];
      drafts.push(...drafted.filter(() => !doubles.has(item.file)));
    } else {
      const metric = await readMetric(item, header, municipality, relations, reader, problems);
      if (!metric || doubles.has(item.file)) continue;
      declared.push(metric);
      documents.set(metric.id, item.document);
    }
  }
  const measured = takeOutMargins(
    declared,
    known.filter(id => !drafts.some(({ header }) => header.id === id)),
    documents,
    problems,
  );
  const derived = municipality ? deriveMetrics(drafts, measured, known, municipality, problems) : [];
  const declarations = opened.flatMap(({ file }) => [...measured, ...derived].filter(metric => metric.file === file));
  const metrics = { known, live: new Set(declarations.map(metric => metric.id)), declarations };
  for (const { header, document } of headers) problems.push(...checkOwnTarget(header, document, metrics, municipality?.dimensions ?? []));
  return metrics;
}

/** By what is written, since a header with problems has no other say. */
function isDerived(document: YamlDocument): boolean {
  const measure = (document.value as { measure?: unknown } | null)?.measure;
  return typeof measure === 'string' && measureKind({ measure }) === 'derived';
}

const hasDocument = (item: WithHeader): item is WithHeader & { document: YamlDocument } => item.document !== null;

/** One draft, or none where the expression or the file cannot be read. */
function draftOf(item: WithHeader & { document: YamlDocument }, header: MetricHeader, problems: Problem[]): DerivedDraft[] {
  const before = problems.length;
  const parsing = parseDerivation(header.measure!);
  if (!parsing.ok) problems.push({ file: item.file, line: item.document.lineAt(['measure']), ...parsing.problem });
  const sql = item.body.split('\n').findIndex(line => line.replace(/--.*/, '').trim() !== '');
  if (sql !== -1) problems.push(problemAt(item.file, sql + 1, 'not-with', 'SQL', 'a derived metric is computed from its parts'));
  if (!parsing.ok || problems.length > before) return [];
  const file = { body: '', reads: [], text: item.text.text, file: item.file, sha256: item.text.sha256 };
  return [{ header, document: item.document, file, expression: parsing.expression }];
}
