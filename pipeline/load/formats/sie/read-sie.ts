import type { SieFormat } from '../../../words/format.ts';
import type { FormatReader } from '../format-reader.ts';
import { cellsOf } from './cells-of.ts';
import { checkHeading } from './check-heading.ts';
import { readHeading } from './read-heading.ts';
import { tellBalances } from './tell-balances.ts';
import { tellTransactions } from './tell-transactions.ts';

/**
 * Reads a SIE file of types 1 to 4 (SIE filformat 4B, 2008-09-30, whose paragraphs are cited here) into the sink: one record
 * a post of the declared kind, the siblings that are ignored by rule among them. Amounts stand as in the file: debit is
 * positive. A post or line that cannot be parsed is a misfit of no text, since people may be named in it. The file is read
 * twice: names may stand after what they name. Throws BrokenExtract.
 */
export const readSie: FormatReader<SieFormat> = async ({ path: file }, format, columns, sink) => {
  const heading = await readHeading(file, format);
  checkHeading(heading, format, columns, sink.notice);
  const tell = format.records === 'transactions' ? tellTransactions : tellBalances;
  await tell(file, format, cellsOf(columns, heading), sink);
};
