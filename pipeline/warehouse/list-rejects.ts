import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Reject } from '../words/delivery.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { literal } from './sql-text.ts';

/** A reject, and the delivery that it stands in. */
export interface ListedReject extends Reject {
  name: string;
}

/**
 * The rejects that a cache file keeps, of a source or of all, by source, delivery and line. The file is only read. Throws
 * ExpectedError where there is none, or another process has it.
 */
export async function listRejects(cache: string, source: string | null): Promise<ListedReject[]> {
  if (!existsSync(cache)) throw new ExpectedError(`${cache}: not there; \`malbild run\` makes it`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(`attach ${literal(cache)} as cache (read_only)`);
    const found = await connection.runAndReadAll(
      `select r.source, e.name, r.sha256, r.line, r."column", r.rule, r.raw from cache.rejects r join cache.extracts e using (extract)
       ${source === null ? '' : `where r.source = ${literal(source)}`} order by r.source, e.name, r.extract, r.line`,
    );
    return found.getRowObjects().map(row => ({ ...row, line: Number(row.line) }) as unknown as ListedReject);
  } catch (error) {
    throw new ExpectedError(`${cache}: cannot be read; a run may be going on (${(error as Error).message.split('\n')[0]})`, {
      cause: error,
    });
  } finally {
    connection.closeSync();
  }
}
