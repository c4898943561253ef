import { problemAt } from '../messages/problems.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import type { Municipality } from '../words/project.ts';
import type { SourceDeclaration } from '../words/source.ts';
import { checkColumns } from './check-columns.ts';
import { checkReads } from './check-reads.ts';
import { declareMetric } from './metric-defaults.ts';
import { measureKind, type MetricHeader } from './metric-schema.ts';
import type { WithHeader } from './open-header.ts';
import { placeInHeader } from './place-in-header.ts';
import { readMeasure } from './read-measure.ts';
import { readQuery, type SqlReader } from './read-query.ts';
import type { Relations } from './read-relations.ts';
import type { YamlDocument } from './read-yaml.ts';

/** A metric that reads a body. Null, with every problem of header and body, where it cannot be declared; and where malbild.yaml could not be read. */
export async function readMetric(
  opened: WithHeader & { document: YamlDocument },
  header: MetricHeader | null,
  municipality: Municipality | null,
  relations: Relations,
  reader: SqlReader,
  problems: Problem[],
): Promise<MetricDeclaration | null> {
  const { document, body, text } = opened;
  const before = problems.length;
  const query = await readQuery(reader, text.path, body, problems);
  const reads = query && checkReads('metrics', text.path, query.relations, relations, problems);
  if (!header) return null;
  const { measure, population, problems: inMeasure } = await readMeasure(header, reader);
  for (const [key, problem] of inMeasure) problems.push({ file: text.path, ...placeInHeader(document, [key]), ...problem });
  const sources = [...new Set((reads ?? []).flatMap(read => relations.sourcesOf.get(read) ?? []))];
  const owner = header.owner ?? sources[0]?.owner;
  if (reads) problems.push(...problemsOfSources(header, document, sources, owner));
  if (problems.length > before || !reads || !measure || !municipality) return null;
  const file = { body, reads, text: text.text, file: text.path, sha256: text.sha256 };
  const declared = declareMetric(header, municipality, file, { measure, population, owner: owner! });
  const columns = await checkColumns(
    { header, document, body, measure, population, dimensions: declared.dimensions },
    reader.warehouse,
    problems,
  );
  if (problems.length > before) return null;
  if (measure.type !== 'given') return declared;
  const has = (column: string): boolean => columns.some(({ name }) => name === column);
  return { ...declared, measure: { ...measure, flag: has('flag'), preliminary: has('preliminary') } };
}

function problemsOfSources(
  header: MetricHeader,
  document: YamlDocument,
  sources: readonly SourceDeclaration[],
  owner: string | undefined,
): Problem[] {
  const personal = sources.filter(source => source.columns.some(column => column.personal !== null)).map(source => source.id);
  return [
    ...(personal.length > 0 && header.population === undefined && measureKind(header) !== 'given'
      ? [problemAt(document.file, document.lineAt([]), 'population-required', personal)]
      : []),
    ...(owner === undefined
      ? [problemAt(document.file, document.lineAt([]), 'needs-key', 'owner', 'it reads no source to take it from')]
      : []),
  ];
}
