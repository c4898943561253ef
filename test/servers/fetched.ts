import { parse } from 'csv-parse/sync';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { FetchError } from '../../pipeline/extract/connectors/connector.ts';
import type { Brought, Connector, FetchContext } from '../../pipeline/extract/connectors/connector.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';

/** What a connector is given in a test: secrets and earlier versions by name. */
export function contextIn(
  folder: string,
  secrets: Readonly<Record<string, string>>,
  versions: Readonly<Record<string, string>> = {},
): FetchContext {
  return {
    source: 'prov',
    folder,
    day: '2026-05-01',
    versionOf: name => versions[name] ?? null,
    secret(name) {
      const value = secrets[name];
      if (value === undefined) throw new FetchError('no-secret', name);
      return value;
    },
    effects: realEffects(),
  };
}

export async function bytesOf({ bytes }: Brought): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes!) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Everything that a connector brings, by name. */
export async function fetchAll<C>(connector: Connector<C>, declaration: C, context: FetchContext): Promise<Record<string, Buffer>> {
  const all: Record<string, Buffer> = {};
  for await (const brought of connector(declaration, context)) all[brought.name] = await bytesOf(brought);
  return all;
}

/** The cells of the one file that a query gives, header first. */
export async function cellsOf<C>(connector: Connector<C>, declaration: C, context: FetchContext, query: string): Promise<string[][]> {
  writeFileSync(join(context.folder, 'fraga.sql'), query);
  return parse((await fetchAll(connector, declaration, context))['prov.csv']!, { record_delimiter: '\r\n' });
}

/** How a fetch failed, `code: detail`, and that nothing of `hidden` is in what can be printed of it. */
export async function failureOf(fetching: Promise<unknown>, hidden: readonly string[] = []): Promise<string> {
  const error = await fetching.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FetchError)) throw new Error(`no FetchError: ${String(error)}`, { cause: error });
  const told = inspect(error, { depth: 10 });
  for (const text of hidden) if (told.includes(text)) throw new Error(`it tells ${text}`);
  return error.message;
}
