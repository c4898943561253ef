import type { SourceDeclaration } from '../../words/source.ts';
import { finding, pathOf } from '../source-findings.ts';
import type { HistoryCheck } from './history-check.ts';

/**
 * The latest delivery has its columns in the order that the one before it had: columns are found by name, so another order
 * changes no figure, but it says that the export has been changed. What only one of them has is left out of the comparison.
 */
export const reorderedColumns: HistoryCheck = (source, { usable }) => {
  const latest = usable.at(-1);
  const before = usable.findLast(({ extract }) => extract.header !== null && extract !== latest?.extract);
  if (!latest?.extract.header || !before) return [];
  const [now, then] = [orderOf(source, latest.extract.header), orderOf(source, before.extract.header!)];
  const same = (a: readonly string[], b: readonly string[]) => a.filter(name => b.includes(name)).join('\n');
  if (same(now, then) === same(then, now)) return [];
  return [finding('reordered-columns', 'warn', source, { file: pathOf(source, latest.name), line: null }, { file: latest.name })];
};

/** A header's names, those that are aliases as they are declared. */
function orderOf({ columns }: SourceDeclaration, header: readonly string[]): string[] {
  const declared = new Map(columns.flatMap(({ header: name, aliases }) => aliases.map(alias => [alias.normalize('NFC'), name] as const)));
  return header.map(name => declared.get(name.normalize('NFC')) ?? name.normalize('NFC'));
}
