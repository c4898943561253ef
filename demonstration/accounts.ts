import { emptyFolder, rounded, write } from './files.ts';
import { FIRST, monthsFrom, parts } from './months.ts';
import { random, type Random } from './random.ts';
import { sieOf, type Booking } from './sie.ts';
import { nodeAt, workplaces } from './workplaces.ts';

const SALARIES = '5010';
const OTHER = '6990';
const INCOME = '3010';
const LAST_BUDGETED = '2026-12';

// How far from its budget a board ends, by year; 2026 is when care costs more than it was given.
const overrun: Record<string, [number, number, number, number, number]> = {
  '1': [0.995, 1.004, 0.99, 0.996, 0.991],
  '2': [1.012, 1.006, 1.001, 0.998, 0.994],
  '3': [1.004, 1.012, 1.008, 1.006, 1.019],
  '4': [0.99, 1.003, 0.998, 1.004, 0.999],
};
const boardOf: Record<string, string> = { SLF: '1', FSF: '2', GSF: '2', AOF: '3', FUF: '3', SBF: '4', TSF: '4' };

// One file a year when it is closed; the year that goes on comes anew, with all that is booked so far.
export function writeAccounts(): void {
  emptyFolder('accounts');
  const chance = random('accounts');
  const bookings = monthsFrom(FIRST, LAST_BUDGETED).flatMap(month =>
    workplaces.flatMap(place => book(place.node, place.posts, month, chance)),
  );
  for (const year of [2022, 2023, 2024, 2025]) deliver(`${year}`, `${year + 1}-01-12`, `${year}-12`, bookings);
  deliver('2026', '2026-09-10', '2026-08', bookings);
  deliver('2026', '2026-11-11', '2026-10', bookings);
}

function book(node: string, posts: number, month: string, chance: Random): Booking[] {
  const [year, number] = parts(month);
  const growth = 1 + 0.028 * (year - 2022);
  const holidays = number === 7 ? 1.08 : number === 6 ? 1.04 : 1; // substitutes, in outcome alone
  const factor = overrun[boardOf[node] ?? node.charAt(0)]?.[year - 2022] ?? 1;
  const autumn = node.startsWith('30') && month >= '2026-09' ? 1.04 : 1;
  const booking = (account: string, monthly: number): Booking => {
    const budget = Math.round((posts * monthly * growth) / 1000) * 1000;
    const spread = account === SALARIES ? 0.012 : 0.05;
    const substitutes = account === SALARIES ? holidays * autumn * 0.99 : 1;
    return {
      month,
      unit: nodeAt(node, month),
      account,
      budget,
      outcome: rounded(budget * factor * substitutes * chance.between(1 - spread, 1 + spread), 2),
    };
  };
  const income = /^(20|30[34]|306|401|41)/.test(node) ? [booking(INCOME, -6000)] : [];
  return [booking(SALARIES, 43_000), booking(OTHER, 14_000), ...income];
}

// What is booked in a month that has not been closed stands in the file, and counts nowhere.
function deliver(year: string, received: string, closed: string, bookings: Booking[]): void {
  const ofYear = bookings.filter(booking => booking.month.startsWith(year));
  const isBooked = ({ month, account }: Booking) => month <= closed || (month === received.slice(0, 7) && account === OTHER);
  write('accounts', `bokforing_${year}_${received}.se`, sieOf({ year, received, budgeted: ofYear, booked: ofYear.filter(isBooked) }));
}
