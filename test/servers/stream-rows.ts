import { fetchMariadb } from '../../pipeline/extract/connectors/mariadb/fetch-mariadb.ts';
import { fetchPostgresql } from '../../pipeline/extract/connectors/postgresql/fetch-postgresql.ts';
import { contextIn } from './fetched.ts';

/** The program of stream-in-small-heap.ts: a declaration as JSON, and the source's folder. */
async function streamRows(written: string, folder: string): Promise<void> {
  const declaration = JSON.parse(written);
  const context = contextIn(folder, { PROV_PASSWORD: process.env.PROV_PASSWORD! });
  const before = process.memoryUsage.rss();
  let bytes = 0;
  const brought = declaration.type === 'mariadb' ? fetchMariadb(declaration, context) : fetchPostgresql(declaration, context);
  for await (const file of brought) for await (const piece of file.bytes!) bytes += piece.length;
  process.stdout.write(JSON.stringify({ bytes, grown: process.resourceUsage().maxRSS * 1024 - before }));
}

await streamRows(process.argv[2]!, process.argv[3]!);
