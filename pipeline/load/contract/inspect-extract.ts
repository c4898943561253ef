import type { SourceDeclaration } from '../../words/source.ts';
import { brokenReading } from '../read-extract.ts';
import type { ExtractReading } from '../read-extract.ts';
import { controlTotal } from './control-total.ts';
import type { ExtractCheck, Survey } from './extract-check.ts';
import { personalNumbers } from './personal-numbers.ts';
import { rejectedShare } from './rejected-share.ts';
import { retypedColumns } from './retyped-columns.ts';
import { rowRange } from './row-range.ts';

/** Of a file that breaks several, the first says most of why: a retyped column is also many rejects. */
const CHECKS: readonly ExtractCheck[] = [personalNumbers, retypedColumns, controlTotal, rowRange, rejectedShare];

/**
 * Holds an extract that could be read, with all its rejects, against its source's contract. Gives the reading with what is
 * to be warned about; or, where a breach stops it, one that is broken like that of a file that cannot be read.
 */
export function inspectExtract(source: SourceDeclaration, reading: ExtractReading, survey: Survey): ExtractReading {
  const breaches = CHECKS.flatMap(check => check(source, { reading, ...survey }));
  const faults = breaches.filter(({ stops }) => stops).map(({ fault }) => fault);
  const retyped = faults.some(({ code }) => code === 'retyped-column');
  if (faults.length > 0) return brokenReading(faults.filter(({ code }) => !(retyped && code === 'too-many-rejected')));
  return { ...reading, notices: [...reading.notices, ...breaches.map(({ fault }) => fault)] };
}
