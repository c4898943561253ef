import { FetchError } from '../connector.ts';

const COMMENTS = /^(?:\s|--(?=\s)[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?![!M])[\s\S]*?\*\/|\()+/;

/**
 * Throws FetchError for a statement that does not begin as a query does. The session is read-only whatever it is told here, but
 * a server of this kind has statements that leave its transaction (`commit`, `call`), and then nothing is one snapshot.
 */
export function checkQuery(query: string): void {
  if (!/^(select|with|values|table)\b/i.test(query.replace(COMMENTS, '')))
    throw new FetchError('refused', 'a statement that is no query: it begins with something else than select or with');
}
