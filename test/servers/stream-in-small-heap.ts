import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MariadbDeclaration } from '../../pipeline/words/connectors/mariadb.ts';
import type { PostgresqlDeclaration } from '../../pipeline/words/connectors/postgresql.ts';

/** Fetches in a process of its own whose heap is 64 MB; gives the bytes that came, and how much the process grew. */
export async function streamInSmallHeap(
  declaration: PostgresqlDeclaration | MariadbDeclaration,
  folder: string,
  secret: string,
): Promise<{ bytes: number; grown: number }> {
  const script = fileURLToPath(new URL('stream-rows.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=64', '--import', 'tsx', script, JSON.stringify(declaration), folder],
    { env: { ...process.env, PROV_PASSWORD: secret } },
  );
  return JSON.parse(stdout);
}

/** How many digits there are in the numbers from 1. */
export const digitsTo = (last: number): number => Array.from({ length: last }, (_, i) => String(i + 1).length).reduce((a, b) => a + b, 0);
