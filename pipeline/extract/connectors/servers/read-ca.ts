import { X509Certificate } from 'node:crypto';
import type { Tls } from '../../../words/connectors/server.ts';
import { FetchError } from '../connector.ts';
import { readDeclaredFile } from './declared-file.ts';

/** The certificates that a declaration trusts, as PEM text; undefined for those that Node.js trusts. Throws FetchError. */
export async function readCa(folder: string, { ca }: Tls): Promise<string | undefined> {
  if (ca === null) return undefined;
  const text = await readDeclaredFile(folder, ca);
  try {
    new X509Certificate(text);
    return text;
  } catch (error) {
    throw new FetchError('no-file', `${ca}: no certificate`, { cause: error });
  }
}
