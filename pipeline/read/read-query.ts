import { problemAt } from '../messages/problems.ts';
import type { FunctionKinds } from '../warehouse/function-kinds.ts';
import { parseQuery, type ParsedQuery } from '../warehouse/parse-sql.ts';
import { asSubquery } from '../warehouse/sql-text.ts';
import type { Problem } from '../words/problem.ts';
import type { Warehouse } from '../words/stages.ts';

/** Parses SQL, with DuckDB; the warehouse holds nothing. */
export interface SqlReader {
  warehouse: Warehouse;
  kinds: FunctionKinds;
}

/** Tables that come from no source and are the same every time. */
const TABLE_FUNCTIONS = ['unnest', 'range', 'generate_series'];

/** The one query of a file, on the file's lines. Null where it cannot be parsed; what it must not call is listed too. */
export async function readQuery(reader: SqlReader, file: string, sql: string, problems: Problem[]): Promise<ParsedQuery | null> {
  const parsing = await parseQuery(reader.warehouse, sql);
  if (!parsing.ok) {
    if (parsing.reason === 'syntax')
      problems.push({ ...problemAt(file, parsing.line, 'sql-syntax', parsing.message), column: parsing.column });
    else if (parsing.count === 0) problems.push(problemAt(file, 1, 'no-query'));
    else problems.push(problemAt(file, 1, 'several-queries', parsing.count));
    return null;
  }
  // Later it stands inside other statements, where a semicolon before a last comment is one too many.
  const inside = sql.includes(';') ? await parseQuery(reader.warehouse, `from ${asSubquery(sql)}`) : parsing;
  if (!inside.ok && inside.reason === 'syntax')
    problems.push({ ...problemAt(file, inside.line - 1, 'sql-syntax', inside.message), column: inside.column });
  const { query } = parsing;
  for (const { line, column } of query.tryCasts) problems.push({ ...problemAt(file, line, 'try-cast'), column });
  for (const { name, line, column } of query.functions)
    if (reader.kinds.changing.has(name)) problems.push({ ...problemAt(file, line, 'not-reproducible', name), column });
  for (const { name, line, column } of query.unordered) problems.push({ ...problemAt(file, line, 'order-dependent', name), column });
  for (const { name, line, column } of query.tableFunctions)
    if (!TABLE_FUNCTIONS.includes(name)) problems.push({ ...problemAt(file, line, 'reads-outside', name), column });
  return query;
}
