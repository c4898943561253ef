import type { ListedEdition, UnreadableEdition } from '../editions/list-editions.ts';
import { listEditions } from '../editions/list-editions.ts';
import { rollBack } from '../editions/roll-back.ts';
import { withdrawEdition } from '../editions/withdraw.ts';
import { takeLock } from '../state/lock.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { localDay } from '../words/local-day.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';

/** Lists the editions that are kept, the latest first, and which one readers see. */
export async function editions(world: World, place: Place, json: boolean): Promise<number> {
  await expectProject(place.project);
  const found = await listEditions(place.out);
  const lines = [...found.unreadable.map(unreadableLine), ...found.editions.map(line)];
  world.out(json ? `${JSON.stringify(found)}\n` : `${lines.join('')}${texts.editions(lines.length)}\n`);
  return 0;
}

/** Lets readers see an earlier edition until the next run. `asked`: its id, or as much of its beginning as no other has. */
export async function rollback(world: World, place: Place, asked: string): Promise<number> {
  await expectProject(place.project);
  const lock = await takeLock(place.state, 'rollback', world.effects.now());
  try {
    const ordinary = (await listEditions(place.out)).editions.filter(({ follow_up }) => follow_up === null);
    const edition = theOne('rollback', asked, ordinary);
    if (!edition.current) await rollBack(place.out, edition.id);
    world.out(`${texts.rolledBack(edition.id, edition.as_of, edition.current)}\n`);
    return 0;
  } finally {
    lock.release();
  }
}

/** Takes away an edition with an error or a leak, for good; what says so, and why, stands in its place. `asked`: as in `rollback`. */
export async function withdraw(
  world: World,
  place: Place,
  asked: string,
  { by, reason }: { by?: string; reason?: string },
): Promise<number> {
  await expectProject(place.project);
  if (by === undefined || reason === undefined) throw new UsageError(texts.withdrawalNeeds);
  const lock = await takeLock(place.state, 'withdraw', world.effects.now());
  try {
    const { id, as_of, follow_up, current } = theOne('withdraw', asked, (await listEditions(place.out)).editions);
    const { time_zone } = (await world.readProject(place.project)).municipality;
    const date = localDay(world.effects.now(), time_zone);
    await withdrawEdition(place.out, { edition: id, as_of, follow_up, date, by, reason }, world.effects);
    world.out(`${texts.withdrawn(id, as_of, follow_up, current)}\n`);
    return 0;
  } finally {
    lock.release();
  }
}

/** The only edition whose id begins so. Throws ExpectedError where there is none, several, or it is withdrawn. */
function theOne(command: string, asked: string, editions: readonly ListedEdition[]): ListedEdition {
  const [edition, ...others] = editions.filter(({ id }) => id.startsWith(asked));
  if (edition && others.length === 0 && edition.withdrawn === null) return edition;
  if (edition?.withdrawn && others.length === 0) throw new ExpectedError(texts.isWithdrawn(command, edition.id, edition.withdrawn));
  const there = editions.filter(({ withdrawn }) => withdrawn === null).map(({ id, as_of }) => `${id} (${as_of})`);
  throw new ExpectedError(texts.noSuchEdition(command, asked, there));
}

const line = ({ id, as_of, follow_up, current, metrics, files, withdrawn }: ListedEdition): string => {
  const what = withdrawn ? texts.withdrawnBecause(withdrawn) : `${metrics} metrics, ${files} files`;
  return `${current ? '* ' : '  '}${id}  ${as_of}  ${what}${follow_up === null ? '' : `  ${follow_up}`}\n`;
};

const unreadableLine = ({ id, current, why }: UnreadableEdition): string => `${current ? '* ' : '  '}${id}  ${why}\n`;
