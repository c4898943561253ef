import { Document, isMap, isSeq, type Node } from 'yaml';
import type { Written } from './plan-as-written.ts';

/** A plan's file: goals in blocks, all else one line a thing, as people write it. */
export function planYaml(value: Written): string {
  const document = new Document(value, { schema: 'core' });
  inLines(document.contents, '');
  return document.toString({ lineWidth: 0 });
}

/** Maps on one line each, but the plan itself, goals and what holds goals. */
function inLines(node: Node | null, key: string): void {
  if (isSeq(node) && ['goals', 'indicators', 'activities', 'assignments'].includes(key)) {
    for (const item of node.items) {
      if (key === 'goals') inLines(item as Node, '');
      else if (isMap(item)) item.flow = true;
    }
  } else if (isMap(node) && key === '') {
    for (const pair of node.items) inLines(pair.value as Node, String((pair.key as { value: unknown }).value));
  } else if (isMap(node)) node.flow = true;
}
