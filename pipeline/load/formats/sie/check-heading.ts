import type { SieFormat } from '../../../words/format.ts';
import { dimensionKey, PERSON_DIMENSIONS } from '../../../words/sie.ts';
import type { SieRecords } from '../../../words/sie.ts';
import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import { dimensionsAbove } from './heading.ts';
import type { SieHeading } from './heading.ts';
import { BALANCE_TAGS, TAGS } from './post.ts';

/** The first type of file that has each kind of posts; a file of type 4 for import has transactions alone. (6.) */
const SINCE: Readonly<Record<SieRecords, number>> = {
  'year-balances': 1,
  'period-balances': 2,
  'period-budget': 2,
  'object-balances': 3,
  transactions: 4,
};
/** Dimensions from this one on mean what the file declares; those before need no declaration. (8.4 and 8.17.) */
const FREE = 20;
/** What the format calls code page 437, and what programs have called it. */
const PC8 = /^(pc-?8|ibm.*|(cp|codepage)? ?437)$/i;

/**
 * Throws BrokenExtract where the file says that it is in another encoding than declared, is of a type that does not have the
 * records asked for, or lets a column name people without `personal:`. Posts that every file of its type has, and this one
 * lacks, are a notice.
 */
export function checkHeading(heading: SieHeading, format: SieFormat, columns: readonly Column[], notice: (fault: Fault) => void): void {
  const { type, tags } = heading;
  if (format.encoding === 'cp437' && heading.format !== null && !PC8.test(heading.format))
    throw new BrokenExtract(fault('sie-format', null, { encoding: format.encoding, says: heading.format.slice(0, 20) }));
  const forImport = type === '4' && !BALANCE_TAGS.some(tag => tags.has(tag));
  const hasKind = TAGS[format.records].some(tag => tags.has(tag));
  const lacksKind = type !== null && (Number(type) < SINCE[format.records] || (forImport && format.records !== 'transactions'));
  if (!hasKind && lacksKind) throw new BrokenExtract(fault('sie-kind', null, { type: forImport ? '4I' : type, records: format.records }));
  for (const { header, personal } of columns) {
    const dimension = dimensionKey(header.normalize('NFC'))?.dimension;
    const people =
      dimension === undefined ? undefined : dimensionsAbove(heading, dimension).find(above => PERSON_DIMENSIONS.includes(above));
    if (people !== undefined && personal === null)
      throw new BrokenExtract(fault('sie-people', null, { column: header, dimension: people }));
  }
  for (const { header } of columns) {
    const dimension = dimensionKey(header.normalize('NFC'))?.dimension;
    if (dimension !== undefined && Number(dimension) >= FREE && !heading.dimensions.has(dimension))
      throw new BrokenExtract(fault('missing-column', null, { column: header, nearest: '' }));
  }
  const required = ['#FLAGGA', '#PROGRAM', '#FORMAT', '#GEN', '#SIETYP', '#FNAMN', ...(forImport ? [] : ['#RAR'])];
  if (format.records.startsWith('period') && (type === '2' || type === '3')) required.push('#OMFATTN');
  const missing = required.filter(tag => !tags.has(tag) || (tag === '#SIETYP' && type === null));
  if (missing.length > 0) notice(fault('sie-heading', null, { posts: missing.join(', ') }));
}
