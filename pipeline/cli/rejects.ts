import { join } from 'node:path';
import type { ListedReject } from '../warehouse/list-rejects.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** Lists the records that are in no figure, with what stood there: for whoever may read the extracts. What is personal is kept nowhere. */
export async function rejects(world: World, place: Place, source: string | null, json: boolean): Promise<number> {
  await expectProject(place.project);
  const found = await world.listRejects(join(place.state, 'warehouse.duckdb'), source);
  world.out(json ? `${JSON.stringify({ rejects: found })}\n` : `${found.map(line).join('')}${texts.rejected(found.length)}\n`);
  return 0;
}

const line = ({ source, name, line: at, rule, column, raw }: ListedReject): string =>
  `${source}: ${name}:${at}: ${rule}${column === '' ? '' : ` (${column})`}${raw === '' ? '' : `: ${JSON.stringify(raw)}`}\n`;
