import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
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
  const last = found.items.at(-1)!;
  const end = (isScalar(last.value) || isMap(last.value) || isSeq(last.value) ? last.value.range : null)?.[1] ?? found.range[1];
  const first = found.items[0]!.key;
  const column = isScalar(first) && first.range ? first.range[0] - (text.lastIndexOf('\n', first.range[0] - 1) + 1) : 0;
  return `${text.slice(0, end)}${found.flow ? `, ${written}` : `\n${' '.repeat(column)}${written}`}${text.slice(end)}`;
}
