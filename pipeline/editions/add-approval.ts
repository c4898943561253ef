import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { Approval } from '../words/project.ts';

/**
 * The text of `malbild.yaml` with a follow-up's approval added, every other character as it was; null where the file has no such follow-up or it has an
 * approval already. The file is one that could be read.
 */
export function addApproval(text: string, followUp: string, approval: Approval): string | null {
  const followUps = parseDocument(text).get('follow_ups');
  if (!isSeq(followUps)) return null;
  const found = followUps.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === followUp);
  if (!found?.range || found.has('approval')) return null;
  const written = `approval: ${stringify(approval, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;
  const last = found.items.at(-1)!.value;
  // The range of a block (folded text, a map) goes on to the next line.
  const value = text.slice(0, (isNode(last) ? last.range : null)?.[1] ?? found.range[1]).trimEnd().length;
  // What is said of the last line stays on it.
  const end = value + (found.flow ? 0 : (/^[ \t]+#[^\r\n]*/.exec(text.slice(value))?.[0].length ?? 0));
  const first = found.items[0]!.key;
  const column = isScalar(first) && first.range ? first.range[0] - (text.lastIndexOf('\n', first.range[0] - 1) + 1) : 0;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, end)}${found.flow ? `, ${written}` : `${newline}${' '.repeat(column)}${written}`}${text.slice(end)}`;
}
