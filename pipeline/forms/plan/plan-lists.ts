import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../contract/manifest.ts';
import type { Project } from '../../words/project.ts';
import { latestNodes } from '../latest-nodes.ts';
import type { PlanLists } from './plan-workbook.ts';

/** What a plan of the project may name. Boards and units are those of an edition's tree; none where there is no edition yet. */
export async function planLists({ metrics, municipality }: Project, tree: string | null): Promise<PlanLists> {
  const hierarchies = tree === null ? {} : (JSON.parse(await readFile(`${tree}/data/manifest.json`, 'utf8')) as Manifest).hierarchies;
  return {
    metrics: metrics.map(({ id, name }) => ({ id, name })),
    places: [...latestNodes(hierarchies[municipality.place ?? ''] ?? []).values()].map(({ id, name }) => ({ id, name })),
    groups: municipality.groups.map(({ id, name }) => ({ id, name })),
    dimensions: municipality.dimensions.flatMap(dimension =>
      Object.entries(dimension.members).map(([member, name]) => ({ id: `${dimension.id}=${member}`, name: `${dimension.name}: ${name}` })),
    ),
  };
}
