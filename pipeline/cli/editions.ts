import type { ListedEdition } from '../editions/list-editions.ts';
import { listEditions } from '../editions/list-editions.ts';
import { rollBack } from '../editions/roll-back.ts';
import { takeLock } from '../state/lock.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** Lists the editions that are kept, the latest first, and which one readers see. */
export async function editions(world: World, place: Place, json: boolean): Promise<number> {
  await expectProject(place.project);
  const found = await listEditions(place.out);
  world.out(json ? `${JSON.stringify({ editions: found })}\n` : `${found.map(line).join('')}${texts.editions(found.length)}\n`);
  return 0;
}

/** Lets readers see an earlier edition until the next run. `asked`: its id, or as much of its beginning as no other has. */
export async function rollback(world: World, place: Place, asked: string): Promise<number> {
  await expectProject(place.project);
  const lock = await takeLock(place.state, 'rollback', world.effects.now());
  try {
    const found = await listEditions(place.out);
    const ordinary = found.filter(({ follow_up }) => follow_up === null);
    const [edition, ...others] = ordinary.filter(({ id }) => id.startsWith(asked));
    if (!edition || others.length > 0)
      throw new ExpectedError(
        texts.noSuchEdition(
          asked,
          ordinary.map(({ id, as_of }) => `${id} (${as_of})`),
        ),
      );
    if (!edition.current) await rollBack(place.out, edition.id);
    world.out(`${texts.rolledBack(edition.id, edition.as_of, edition.current)}\n`);
    return 0;
  } finally {
    lock.release();
  }
}

const line = ({ id, as_of, follow_up, current, metrics, files }: ListedEdition): string =>
  `${current ? '* ' : '  '}${id}  ${as_of}  ${metrics} metrics, ${files} files${follow_up === null ? '' : `  ${follow_up}`}\n`;
