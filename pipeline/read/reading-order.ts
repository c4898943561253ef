import { compareBytes } from '../words/compare-bytes.ts';

interface Reader {
  id: string;
  reads: readonly string[];
}

/**
 * Orders what reads each other so that each reads only earlier ones; ties by id, in bytes. What reads itself, directly or
 * through others, is left out of the order and comes as `cyclic`, with all that are in its circle.
 */
export function inReadingOrder<T extends Reader>(items: readonly T[]): { ordered: T[]; cyclic: { item: T; circle: string[] }[] } {
  const byId = new Map(items.map(item => [item.id, item]));
  const reached = new Map(items.map(item => [item.id, reachedFrom(item, byId)]));
  const cyclic = items
    .filter(item => reached.get(item.id)!.has(item.id))
    .map(item => ({ item, circle: [...reached.get(item.id)!].filter(id => reached.get(id)!.has(item.id)).sort(compareBytes) }));
  const waiting = items.filter(item => !reached.get(item.id)!.has(item.id)).sort((a, b) => compareBytes(a.id, b.id));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(item => !item.reads.some(read => waiting.some(other => other.id === read)));
    ordered.push(...waiting.splice(next, 1));
  }
  return { ordered, cyclic };
}

function reachedFrom(item: Reader, byId: ReadonlyMap<string, Reader>): Set<string> {
  const reached = new Set<string>();
  const ahead = [...item.reads];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const found = byId.get(id);
    if (!found || reached.has(id)) continue;
    reached.add(id);
    ahead.push(...found.reads);
  }
  return reached;
}
