import type { Dimension } from '../../load/formats/cube/cube.ts';

/** What a statistical cube offers as columns: of a dimension its code and, where it says something else, its label. */
export function cubeHeaders(
  dimensions: readonly Dimension[],
  statusLabels: ReadonlyMap<string, string>,
): { headers: string[]; key: string[]; notes: string[] } {
  const ids = dimensions.map(({ id }) => id);
  const offered = dimensions.flatMap(({ id, categories }) => [
    id,
    ...(categories.some(({ code, label }) => code !== label) ? [`${id}.label`] : []),
  ]);
  const labelled = [...statusLabels.values()].some(label => label !== '');
  return { headers: [...offered, 'value', 'status', ...(labelled ? ['status.label'] : [])], key: ids, notes: [] };
}
