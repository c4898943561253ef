import { correctedLater, spoil } from './absence-oddities.ts';
import { emptyFolder, rounded, writeSwedishCsv } from './files.ts';
import { FIRST, LAST, after, daysIn, monthsFrom, parts, workdaysIn } from './months.ts';
import { random, type Random } from './random.ts';
import { isOpen, type Workplace } from './workplace.ts';
import { groups, nodeAt, type Group } from './workplaces.ts';

export type AbsenceRow = {
  employee: string;
  unit: string;
  sex: string;
  scheduled: number;
  sick: number | string;
  days?: number;
  fte: number;
};
type Post = { place: Workplace; employee: string; sex: string; fte: number; away?: { since: number; extent: number } };

const SEASON = [1.35, 1.45, 1.25, 1, 0.85, 0.7, 0.5, 0.7, 1.05, 1.15, 1.3, 1.2];
const WARM_UP = '2021-04'; // long illnesses go on when the first month is delivered
const NEVER_DELIVERED = '2023-07';
const HEADER = ['Period', 'Anställd', 'Enhet', 'Kön', 'Schemalagda timmar', 'Sjuktimmar', 'Sjukfall dagar', 'Årsarbetare'];

export function writeAbsence(): void {
  emptyFolder('absence');
  const employed = groups.map((group, index) => monthsOf(group, index * 5000));
  for (const month of monthsFrom(FIRST, LAST))
    if (month !== NEVER_DELIVERED)
      deliver(
        month,
        employed.flatMap(months => months.get(month) ?? []),
      );
}

// The rows of every month for the employees of a group of workplaces, whose numbers begin after `hired`.
function monthsOf({ stream, places }: Group, hired: number): Map<string, AbsenceRow[]> {
  const chance = random(`absence${stream}`);
  const hire = (place: Workplace): Post => ({
    place,
    employee: `k${String(++hired).padStart(4, '0')}`,
    sex: chance.happens(place.women) ? 'K' : 'M',
    fte: chance.pick([1, 1, 1, 1, 0.9, 0.8, 0.75, 0.5]),
  });
  let posts = places.flatMap(place => Array.from({ length: place.posts }, () => hire(place)));
  return new Map(
    monthsFrom(WARM_UP, LAST).map(month => {
      posts = posts.filter(({ place }) => isOpen(place, month)).map(post => (chance.happens(0.008) ? hire(post.place) : post));
      return [month, posts.map(post => aMonthOf(post, month, chance))];
    }),
  );
}

function aMonthOf(post: Post, month: string, chance: Random): AbsenceRow {
  const workdays = workdaysIn(month);
  const scheduled = rounded(workdays * 8 * post.fte, 1);
  const { sick, days } = illness(post, month, scheduled, chance);
  return { employee: post.employee, unit: nodeAt(post.place.node, month), sex: post.sex, scheduled, sick, days, fte: post.fte };
}

// A long illness goes on from month to month and tells its length when it ends; a short one stays within its month.
function illness(post: Post, month: string, scheduled: number, chance: Random): { sick: number; days?: number } {
  const risk = post.place.illness(month);
  const [, number] = parts(month);
  const index = monthsFrom(WARM_UP, month).length;
  if (!post.away && chance.happens(0.0052 * risk)) post.away = { since: index, extent: chance.pick([1, 1, 0.75, 0.5]) };
  if (post.away) {
    const { since, extent } = post.away;
    const ends = chance.happens(0.2);
    if (ends) post.away = undefined;
    return { sick: rounded(scheduled * extent, 1), days: ends ? (index - since) * 30 + chance.whole(15, daysIn(month)) : undefined };
  }
  if (!chance.happens(0.27 * risk * (SEASON[number - 1] ?? 1))) return { sick: 0 };
  const days = chance.pick([1, 2, 2, 3, 3, 4, 5, 5, 7, 12]);
  return { sick: rounded(Math.min(scheduled, Math.min(days, 5 + days / 4) * 8 * post.fte * chance.between(0.8, 1)), 1), days };
}

function deliver(month: string, rows: AbsenceRow[]): void {
  for (const [received, delivered] of correctedLater(month, rows)) write(month, received, delivered);
  write(month, `${after(month)}-05`, spoil(month, rows));
}

function write(month: string, received: string, rows: AbsenceRow[]): void {
  const cells = rows.map(row => [month, row.employee, row.unit, row.sex, row.scheduled, row.sick, row.days, row.fte]);
  writeSwedishCsv('absence', `franvaro_${month}_${received}.csv`, HEADER, cells);
}
