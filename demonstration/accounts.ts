import { emptyFolder, rounded, write } from './files.ts';
import { FIRST, monthsFrom, parts } from './months.ts';
import { random, type Random } from './random.ts';
import { sieOf, type Booking } from './sie.ts';
import { isOpen } from './workplace.ts';
import { groups, nodeAt, type Group } from './workplaces.ts';

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
  '5': [1.001, 0.997, 1.002, 1.003, 0.99],
  '6': [1.008, 1.011, 1.009, 1.012, 1.009],
  '7': [0.994, 0.999, 1.001, 0.992, 0.978],
  '8': [0.998, 1.006, 0.994, 1.001, 0.994],
};
const boardOf: Record<string, string> = {
  SLF: '1',
  FSF: '2',
  GSF: '2',
  AOF: '3',
  FUF: '3',
  SBF: '4',
  TSF: '4',
  GYF: '5',
  VUF: '5',
  IFF: '6',
  AMF: '6',
  KUF: '7',
  FRF: '7',
  TEF: '8',
};

// One file a year when it is closed; the year that goes on comes anew, with all that is booked so far.
export function writeAccounts(): void {
  emptyFolder('accounts');
  const bookings = groups.flatMap(group => bookingsOf(group));
  for (const year of [2022, 2023, 2024, 2025]) deliver(`${year}`, `${year + 1}-01-12`, `${year}-12`, bookings);
  deliver('2026', '2026-09-10', '2026-08', bookings);
  deliver('2026', '2026-11-11', '2026-10', bookings);
}

// Of two workplaces that have become one unit, one booking a month and account.
function bookingsOf({ stream, places }: Group): Booking[] {
  const chance = random(`accounts${stream}`);
  const bookings = new Map<string, Booking>();
  for (const month of monthsFrom(FIRST, LAST_BUDGETED))
    for (const place of places.filter(one => isOpen(one, month)))
      for (const booking of book(place.node, place.posts, month, chance)) {
        const key = `${month} ${booking.unit} ${booking.account}`;
        const { budget, outcome } = bookings.get(key) ?? { budget: 0, outcome: 0 };
        bookings.set(key, { ...booking, budget: budget + booking.budget, outcome: rounded(outcome + booking.outcome, 2) });
      }
  return [...bookings.values()];
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
  const income = /^(20|30[34]|306|401|41|513|606|70|71[12]|80[12])/.test(node) ? [booking(INCOME, -6000)] : [];
  return [booking(SALARIES, 43_000), booking(OTHER, 14_000), ...income];
}

// What is booked in a month that has not been closed stands in the file, and counts nowhere.
function deliver(year: string, received: string, closed: string, bookings: Booking[]): void {
  const ofYear = bookings.filter(booking => booking.month.startsWith(year));
  const isBooked = ({ month, account }: Booking) => month <= closed || (month === received.slice(0, 7) && account === OTHER);
  write('accounts', `bokforing_${year}_${received}.se`, sieOf({ year, received, budgeted: ofYear, booked: ofYear.filter(isBooked) }));
}
