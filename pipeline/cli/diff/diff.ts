import type { AudienceName } from '../../words/project.ts';
import { expectProject } from '../place.ts';
import { texts } from '../texts.ts';
import type { Place, World } from '../world.ts';
import { movedFigures, type MovedFigure } from './moved-figures.ts';
import { movedOrders, type MovedOrder } from './moved-orders.ts';
import { movedStandings, movedStatuses, type MovedStatus } from './moved-statuses.ts';

/** Whoever would see it move. */
type Seen<T> = T & { audiences: readonly AudienceName[] };

/** The figures that are listed; all are counted, and stand in the JSON. */
const SHOWN = 40;

/**
 * Lists what a run of the working tree would move against the edition that readers see, and for which audience: statuses, standings in groups, the order of boards, then
 * figures with the largest relative differences first. Nothing is published. With `exitCode`, 1 where anything would move.
 */
export async function diff(world: World, place: Place, json: boolean, exitCode: boolean): Promise<number> {
  await expectProject(place.project);
  const judged = await world.judgeNow({ project: place.project, out: place.out, asOf: null, rehash: false }, world.effects);
  world.endProgress();
  const inputs = (judged.given ?? []).map(input => ({ audience: input.cells.audience, input }));
  const of = <T extends object>(find: (input: (typeof inputs)[number]['input']) => readonly T[] | Promise<readonly T[]>) =>
    Promise.all(inputs.map(async ({ audience, input }) => ({ audience, moved: await find(input) }))).then(united);
  const statuses = await of<MovedStatus>(movedStatuses);
  const ranks = await of<MovedStatus>(movedStandings);
  const orders = await of<MovedOrder>(movedOrders);
  const figures = (await of<MovedFigure>(movedFigures)).sort((a, b) => b.relative - a.relative);
  const held = judged.given === null;
  if (json) world.out(`${JSON.stringify({ edition: judged.edition, held, statuses, ranks, orders, figures })}\n`);
  else
    world.out(
      [
        ...(held ? [texts.heldDiff] : []),
        ...[...statuses, ...ranks].map(it => `${it.plan} ${it.id}: ${it.from} → ${it.to}${seenBy(it)}`),
        ...orders.map(it => `${it.metric}, ${it.period}: ${it.from.join(', ')} → ${it.to.join(', ')}${seenBy(it)}`),
        ...figures
          .slice(0, SHOWN)
          .map(it => `${it.metric} ${it.cell}: ${it.from ?? '–'} → ${it.to ?? '–'} (${(100 * it.relative).toFixed(1)} %)${seenBy(it)}`),
        texts.diff({ statuses: statuses.length, ranks: ranks.length + orders.length, figures: figures.length }, judged.edition),
      ].join('\n') + '\n',
    );
  return exitCode && (held || statuses.length + ranks.length + orders.length + figures.length > 0) ? 1 : 0;
}

const seenBy = ({ audiences }: Seen<object>): string => ` [${audiences.join(', ')}]`;

/** What moves for several audiences alike is told once. */
function united<T extends object>(lists: readonly { audience: AudienceName; moved: readonly T[] }[]): Seen<T>[] {
  const all = new Map<string, Seen<T>>();
  for (const { audience, moved } of lists)
    for (const it of moved) {
      const key = JSON.stringify(it);
      all.set(key, { ...it, audiences: [...(all.get(key)?.audiences ?? []), audience] });
    }
  return [...all.values()];
}
