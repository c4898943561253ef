import type { Json } from '../../load/formats/json/parse-json.ts';

/** A name of more than this is none of a column. */
const DEEPEST = 5;
const MOST = 5000;

/** Paths to the values of objects, as columns name them (`case.status`), in the order they are met; lists are none. */
export function objectHeaders(objects: readonly ReadonlyMap<string, Json>[]): { headers: string[]; notes: string[] } {
  const found = new Set<string>();
  const lists = new Set<string>();
  const look = (members: ReadonlyMap<string, Json>, above: string, depth: number): void => {
    for (const [key, value] of members) {
      const path = above + key;
      if (Array.isArray(value)) lists.add(path);
      else if (value instanceof Map && !key.includes('.') && depth < DEEPEST) look(value, `${path}.`, depth + 1);
      else if (found.size < MOST) found.add(path);
    }
  };
  for (const members of objects) look(members, '', 1);
  const within = (path: string): boolean => [...found].some(other => other.startsWith(`${path}.`));
  const headers = [...found].filter(path => !lists.has(path) && !within(path));
  return { headers, notes: lists.size === 0 ? [] : [`left out, being lists: ${[...lists].slice(0, 10).join(', ')}`] };
}
