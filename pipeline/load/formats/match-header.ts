import { closest, distance } from 'fastest-levenshtein';
import type { Column } from '../../words/source.ts';
import { BrokenExtract, fault } from './broken-extract.ts';
import type { Fault } from './broken-extract.ts';

/**
 * Finds each declared column in a file's header, by name whatever the order, and gives its index there. Throws
 * BrokenExtract with every declared column that is missing (with the likeliest new name) or stands twice. Columns that are
 * not declared are left out, with a notice. One without a name is called by its place, `#19`, and may be declared so.
 */
export function matchHeader(header: readonly string[], columns: readonly Column[], line: number, notice: (fault: Fault) => void): number[] {
  const names = header.map((name, i) => (name === '' ? `#${i + 1}` : name.normalize('NFC')));
  const declared = new Set(columns.map(column => column.header.normalize('NFC')));
  const extra = names.filter(name => !declared.has(name));
  const faults: Fault[] = [];
  const indexes = columns.map(column => {
    const name = column.header.normalize('NFC');
    const at = names.indexOf(name);
    if (at === -1) faults.push(fault('missing-column', line, { column: name, nearest: nearestName(name, extra) }));
    else if (names.includes(name, at + 1)) faults.push(fault('duplicate-column', line, { column: name }));
    return at;
  });
  if (faults.length > 0) throw new BrokenExtract(...faults);
  const unread = names.filter(name => !declared.has(name));
  if (unread.length > 0) notice(fault('extra-column', line, { columns: [...new Set(unread)].join(', ') }));
  return indexes;
}

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
