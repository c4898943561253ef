import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../contract/goals.ts';
import { keyOf } from '../contract/observation.ts';
import type { RenderInput } from '../words/stages.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** A figure that a run would move; null where the metric's cell was not there, or is not. */
interface MovedFigure {
  metric: string;
  cell: string;
  from: number | null;
  to: number | null;
  /** |to − from| / |from|; 1 where there is no number to compare with. */
  relative: number;
}

interface MovedStatus {
  plan: string;
  id: string;
  from: string;
  to: string;
}

const SHOWN = 40;

/**
 * Lists what a run of the working tree would move against the edition that readers see, internally: statuses, then figures with the
 * largest relative differences first. Nothing is published. With `exitCode`, 1 where anything would move.
 */
export async function diff(world: World, place: Place, json: boolean, exitCode: boolean): Promise<number> {
  await expectProject(place.project);
  const judged = await world.judgeNow({ project: place.project, out: place.out, asOf: null, rehash: false }, world.effects);
  world.endProgress();
  const input = judged.given?.find(({ cells }) => cells.audience === 'internal');
  const statuses = input ? movedStatuses(input) : [];
  const figures = input ? await movedFigures(input) : [];
  if (json) world.out(`${JSON.stringify({ edition: judged.edition, held: judged.given === null, statuses, figures })}\n`);
  else
    world.out(
      [
        ...(judged.given === null ? [texts.heldDiff] : []),
        ...statuses.map(({ plan, id, from, to }) => `${plan} ${id}: ${from} → ${to}`),
        ...figures
          .slice(0, SHOWN)
          .map(
            ({ metric, cell, from, to, relative }) => `${metric} ${cell}: ${from ?? '–'} → ${to ?? '–'} (${(100 * relative).toFixed(1)} %)`,
          ),
        texts.diff(statuses.length, figures.length, judged.edition),
      ].join('\n') + '\n',
    );
  return exitCode && (judged.given === null || statuses.length + figures.length > 0) ? 1 : 0;
}

function movedStatuses({ earlier, judged }: RenderInput): MovedStatus[] {
  const before = standings(earlier.before?.plans ?? []);
  const now = standings(judged.plans);
  return [...new Set([...before.keys(), ...now.keys()])].flatMap(key => {
    const [from, to] = [before.get(key) ?? '–', now.get(key) ?? '–'];
    const [plan, id] = key.split('|') as [string, string];
    return from === to ? [] : [{ plan, id, from, to }];
  });
}

function standings(plans: readonly JudgedPlan[]): Map<string, string> {
  const said = new Map<string, string>();
  const add = (part: JudgedGoal | JudgedIndicator) =>
    said.set(`${part.plan}|${part.id}`, `${part.status} (${part.rests_on ?? part.reason ?? ''})${rankOf(part)}`);
  const visit = (goal: JudgedGoal): void => {
    [goal, ...goal.indicators].forEach(add);
    goal.goals.forEach(visit);
  };
  for (const plan of plans) plan.goals.forEach(visit);
  return said;
}

/** How many of a group the own value is better than. */
const rankOf = (part: JudgedGoal | JudgedIndicator): string =>
  part.kind === 'indicator' && part.comparison !== null
    ? `, better than ${part.comparison.better_than ?? '–'} of ${part.comparison.members.length}`
    : '';

async function movedFigures({ earlier, cells }: RenderInput): Promise<MovedFigure[]> {
  const moved: MovedFigure[] = [];
  for (const { declaration, observations } of cells.metrics) {
    const rest = new Map(((await earlier.before?.observations(declaration.id)) ?? []).map(row => [keyOf(row), row]));
    const add = (cell: string, from: number | null, to: number | null): void => {
      if (from === to) return;
      const relative = from === null || to === null || from === 0 ? 1 : Math.abs(to - from) / Math.abs(from);
      moved.push({ metric: declaration.id, cell, from, to, relative });
    };
    for (const row of observations) {
      add(keyOf(row), rest.get(keyOf(row))?.value ?? null, row.value);
      rest.delete(keyOf(row));
    }
    for (const [cell, row] of rest) add(cell, row.value, null);
  }
  return moved.sort((a, b) => b.relative - a.relative);
}
