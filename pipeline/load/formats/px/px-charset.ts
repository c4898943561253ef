import type { Encoding } from '../../../words/format.ts';
import { fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import type { PxStatements } from './px-statements.ts';

/** Letters at the same places: what Windows calls ANSI, and the code pages of DOS. */
const family = (encoding: string): string =>
  /^(ansi|windows-1252|iso-8859-1)$/i.test(encoding) ? 'ansi' : /^(dos|cp\d+)$/i.test(encoding) ? 'dos' : encoding.toLowerCase();

/**
 * A notice where a file says that it is in another encoding than it was read in, and has letters that would show it. A file
 * without CHARSET is one of DOS. Unicode needs none: bytes that are not Unicode are refused, whatever the file says.
 */
export function charsetNotice(text: string, statements: PxStatements, encoding: Encoding): Fault | null {
  const said = statements.get('CODEPAGE')?.[0] ?? statements.get('CHARSET')?.[0] ?? 'DOS';
  if (encoding.startsWith('utf-') || family(said) === family(encoding) || !/[^\0-\x7f]/.test(text)) return null;
  return fault('px-charset', null, { said, encoding });
}
