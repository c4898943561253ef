import { closest } from 'fastest-levenshtein';
import type { HierarchyNode } from '../contract/manifest.ts';
import type { Finding } from '../words/finding.ts';
import type { Project } from '../words/project.ts';

/** Events of `malbild.yaml` at places that the tree has never had: no chart shows them. None where there is no tree to look in. */
export function eventFindings(
  { eventPlaces, municipality }: Pick<Project, 'eventPlaces' | 'municipality'>,
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>,
): Finding[] {
  const dimension = municipality.dimensions.find(({ id }) => id === municipality.place);
  const nodes = hierarchies[dimension?.id ?? ''] ?? [];
  if (dimension === undefined || nodes.length === 0) return [];
  const known = [...new Set(nodes.map(({ id }) => id))];
  return eventPlaces
    .filter(({ place }) => !known.includes(place))
    .map(({ place, file, line }) => ({
      code: 'event-place-unknown',
      severity: 'warn',
      sources: [],
      metrics: [],
      file,
      line,
      details: { dimension: dimension.name, mart: dimension.hierarchy!, place, count: known.length, nearest: closest(place, known) },
    }));
}
