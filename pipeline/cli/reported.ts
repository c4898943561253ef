import { formatPeriod } from '../contract/format-day.ts';
import { formatNumber } from '../contract/format-number.ts';
import type { Observation } from '../contract/observation.ts';
import type { ReportedFigure } from '../editions/compare-reported.ts';
import { readReported } from '../editions/read-reported.ts';
import type { AudienceName } from '../words/project.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** Shows what a follow-up reported of a metric beside what is published now: as text the periods of the whole, as JSON every row. */
export async function reported(
  world: World,
  place: Place,
  [followUp, metric]: readonly [string, string],
  audience: AudienceName,
  json: boolean,
): Promise<number> {
  await expectProject(place.project);
  const found = await readReported(place.out, audience, followUp, metric);
  if (json) {
    world.out(`${JSON.stringify(found)}\n`);
    return 0;
  }
  const { figures, then, now } = found;
  const { name, decimals } = found.metric;
  const lines = figures.filter(isOfTheWhole).map(figure => line(figure, decimals));
  const revised = figures.filter(figure => figure.revised).length;
  const head = texts.reportedHead(name, followUp, then.as_of, now?.as_of ?? null);
  world.out(`${head}\n${lines.join('')}${texts.reported(figures.length, revised)}\n`);
  return 0;
}

const isOfTheWhole = ({ then, now }: ReportedFigure): boolean => (then ?? now)!.members.every(member => member === '*');

function line({ then, now, revised, causes }: ReportedFigure, decimals: number): string {
  const { grain, window, period_start } = (then ?? now)!;
  const period = `${formatPeriod(grain, period_start)}${window === 'period' ? '' : ` ${window}`}`;
  return `${period.padEnd(28)}${cell(then, decimals).padStart(14)}${cell(now, decimals).padStart(14)}${revised ? `  ${texts.revised(causes)}` : ''}\n`;
}

const cell = (row: Observation | null, decimals: number): string =>
  row === null ? '' : row.value === null ? row.flag! : formatNumber(row.value, decimals);
