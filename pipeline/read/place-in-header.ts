import type { Path, YamlDocument } from './read-yaml.ts';

/**
 * Where in the file a place in a value of its header is. In a value that is quoted, or written over several lines, it is where the
 * value begins. Without a place in it: the value.
 */
export function placeInHeader(
  document: YamlDocument,
  path: Path,
  within?: { line: number; column?: number },
): { line: number; column?: number } {
  const line = document.lineAt(path);
  const place = document.placeAt(path);
  if (place === null || place.column === null) return { line };
  const inside = place.plain && within?.line === 1 ? (within.column ?? 1) - 1 : 0;
  return { line, column: place.column + inside };
}
