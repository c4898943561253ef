import { problemAt } from '../messages/problems.ts';
import type { ParsedQuery } from '../warehouse/parse-sql.ts';
import { createEmptySource, resultColumns } from '../warehouse/empty-relations.ts';
import { buildRelation, relationName } from '../warehouse/relations.ts';
import type { Problem } from '../words/problem.ts';
import type { SqlFile } from '../words/project.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { bound } from './bound.ts';
import { canonical, checkReads } from './check-reads.ts';
import type { ProjectText } from './find-files.ts';
import { takeOutDuplicates, type Declared } from './names.ts';
import { inReadingOrder } from './reading-order.ts';
import { readQuery, type SqlReader } from './read-query.ts';

/** The relations of a project, from the sources on, and the sources that each live one rests on. */
export interface Relations extends Declared {
  staging: readonly SqlFile[];
  /** In an order in which each reads only earlier ones. */
  marts: readonly SqlFile[];
  sourcesOf: ReadonlyMap<string, readonly SourceDeclaration[]>;
}

interface Parsed {
  id: string;
  text: ProjectText;
  query: ParsedQuery;
  reads: readonly string[];
}

const LINEAGE = /--[^\n]*\blineage:\s*extract\b|\/\*(?:(?!\*\/)[^])*\blineage:\s*extract\b/;
/** Staging and marts: parsed, their reads checked layer by layer, what rests on something broken left out. */
export async function readRelations(
  files: readonly ProjectText[],
  sources: Declared & { declarations: readonly SourceDeclaration[] },
  reader: SqlReader,
  problems: Problem[],
): Promise<Relations> {
  const sql = files.filter(file => file.kind === 'staging' || file.kind === 'marts');
  const doubles = takeOutDuplicates(
    sql.map(file => ({ id: relationId(file), file: file.path, line: 1 })),
    problems,
  );
  const known = [...sources.known.map(id => `raw.${id}`), ...sql.map(relationId)];
  const live = new Set([...sources.live].map(id => `raw.${id}`));
  const sourcesOf = new Map(sources.declarations.map(source => [`raw.${source.id}`, [source]]));

  const parsed: Parsed[] = [];
  for (const text of sql) {
    const before = problems.length;
    const query = await readQuery(reader, text.path, text.text, problems);
    if (query && problems.length === before && !doubles.has(text.path))
      parsed.push({ id: relationId(text), text, query, reads: query.relations.map(({ name }) => canonical(name, known)) });
  }

  for (const { id, columns } of sources.declarations) await createEmptySource(reader.warehouse, id, columns);
  const keep = async (item: Parsed): Promise<SqlFile[]> => {
    const { path, text, kind } = item.text;
    const reads = checkReads(kind as 'staging' | 'marts', path, item.query.relations, { known, live }, problems);
    if (reads === null || !(await bindRelation(reader.warehouse, item, problems))) return [];
    live.add(item.id);
    sourcesOf.set(item.id, [...new Set(reads.flatMap(read => sourcesOf.get(read) ?? []))]);
    const columns = await resultColumns(reader.warehouse, `from ${relationName(item.id)}`);
    return [{ id: item.id, file: path, text, reads, columns, carriesRow: !LINEAGE.test(text) }];
  };
  const staging: SqlFile[] = [];
  for (const item of parsed.filter(item => item.text.kind === 'staging')) staging.push(...(await keep(item)));
  const { ordered, cyclic } = inReadingOrder(parsed.filter(item => item.text.kind === 'marts'));
  for (const { item, circle } of cyclic) {
    const { line } = item.query.relations.find(({ name }) => circle.includes(canonical(name, known)))!;
    problems.push(problemAt(item.text.path, line, 'cycle', circle));
  }
  const marts: SqlFile[] = [];
  for (const item of ordered) marts.push(...(await keep(item)));
  return { known, live, staging, marts, sourcesOf };
}

/** Makes the relation from its empty ones, so that what it reads and gives is known before there is any data. */
async function bindRelation(warehouse: Warehouse, { id, text }: Parsed, problems: Problem[]): Promise<boolean> {
  const built = await bound(text.path, problems, () => buildRelation(warehouse, id, text.text).then(() => true));
  return built ?? false;
}

const relationId = (file: ProjectText): string => file.path.slice('sql/'.length, -'.sql'.length).replace('/', '.');
