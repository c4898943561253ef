import { closest, distance } from 'fastest-levenshtein';
import type { Column } from '../../words/source.ts';
import { BrokenExtract, fault } from './broken-extract.ts';
import type { Fault } from './broken-extract.ts';

/**
 * Finds each declared column in a file's header, by its name or an alias of it, whatever the order, and gives its index
 * there. Throws BrokenExtract with every declared column that is missing (with the likeliest new name) or stands twice, by
 * whichever names. An alias that is used is a notice. Columns that are not declared are left out, with a notice; one
 * without a name is called by its place, `#19`, and may be declared so.
 */
export function matchHeader(header: readonly string[], columns: readonly Column[], line: number, notice: (fault: Fault) => void): number[] {
  const names = header.map((name, i) => (name === '' ? `#${i + 1}` : name.normalize('NFC')));
  const declared = new Set(columns.flatMap(namesOf));
  const extra = names.filter(name => !declared.has(name));
  const faults: Fault[] = [];
  const indexes = columns.map(column => {
    const called = namesOf(column);
    const [name = ''] = called;
    const at = names.findIndex(each => called.includes(each));
    if (at === -1) faults.push(fault('missing-column', line, { column: name, nearest: nearestName(name, extra) }));
    else if (names.some((each, i) => i > at && called.includes(each))) faults.push(fault('duplicate-column', line, { column: name }));
    else if (names[at] !== name) notice(fault('aliased-column', line, { column: name, alias: names[at]! }));
    return at;
  });
  if (faults.length > 0) throw new BrokenExtract(...faults);
  const unread = names.filter(name => !declared.has(name));
  if (unread.length > 0) notice(fault('extra-column', line, { columns: [...new Set(unread)].join(', ') }));
  return indexes;
}

/** What a column may be called in a file, its own name first. */
export const namesOf = ({ header, aliases }: Pick<Column, 'header' | 'aliases'>): string[] =>
  [header, ...aliases].map(name => name.normalize('NFC'));

/** The name a missing column may have got: the nearest one, if it shares at least half of its letters. Empty otherwise. */
function nearestName(name: string, others: readonly string[]): string {
  if (others.length === 0) return '';
  const nearest = closest(
    name.toLowerCase(),
    others.map(other => other.toLowerCase()),
  );
  const found = others.find(other => other.toLowerCase() === nearest)!;
  return distance(name.toLowerCase(), nearest) <= Math.max(name.length, nearest.length) / 2 ? found : '';
}
