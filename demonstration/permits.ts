import { casesOfKind } from './cases.ts';
import { emptyFolder, write } from './files.ts';
import { LAST, addDays, after, daysIn, monthsFrom, parts, yearsIn } from './months.ts';
import { batchOf, type Permit } from './permit-xml.ts';
import { random, type Random } from './random.ts';

// Cases a month, days to a decision at first and how they change by the year, the share that is withdrawn.
type Kind = { type: string; group: string; monthly: number; days: [at: number, yearly: number]; withdrawn: number; text: string };

const BUILDING_PERMIT = 'bygglov'; // the same cases as in the case system
const BEGINNING = '2024-01'; // the system's first month; what was open then came over to it
const BEFORE = '2023-07';

const kinds: Kind[] = [
  { type: 'ANM', group: 'LOV', monthly: 7, days: [26, -1.5], withdrawn: 0.03, text: 'Anmälan om eldstad' },
  { type: 'FÖRH', group: 'LOV', monthly: 1.6, days: [78, -4], withdrawn: 0.12, text: 'Förhandsbesked för enbostadshus' },
  { type: 'RIV', group: 'LOV', monthly: 0.9, days: [45, -2], withdrawn: 0.05, text: 'Rivningslov för garage' },
  { type: 'TILLS', group: 'TILLSYN', monthly: 0.7, days: [150, 0], withdrawn: 0.5, text: 'Tillsyn av byggnad' },
];

export function writePermits(): void {
  emptyFolder('permits');
  const chance = random('permits');
  const permits = numbered([
    ...casesOfKind(BUILDING_PERMIT).flatMap(one => (one.opened < BEFORE ? [] : [permit(one.opened, one.closed, 'BL', 'LOV', chance)])),
    ...monthsFrom(BEFORE, LAST).flatMap(month => kinds.flatMap(kind => openedIn(month, kind, chance))),
  ]).filter(one => one.decided >= `${BEGINNING}-01`);
  let since = '';
  for (const month of monthsFrom(BEGINNING, LAST)) {
    const received = `${after(month)}-02`;
    deliver(since, received, permits);
    since = received;
  }
  write('permits', 'byggr_2025-12-29.xml', batchOf('2025-12-24', '2025-12-29', [])); // asked once more, over a Christmas without cases
}

function openedIn(month: string, kind: Kind, chance: Random): Permit[] {
  const count = Math.floor(kind.monthly + chance.next());
  return Array.from({ length: count }, () => {
    const opened = `${month}-${String(chance.whole(1, daysIn(month))).padStart(2, '0')}`;
    const typical = kind.days[0] + kind.days[1] * yearsIn(month);
    const decided = addDays(opened, Math.round(typical * chance.between(0.45, 1.35)));
    return { ...permit(opened, decided, kind.type, kind.group, chance), text: kind.text, withdrawn: chance.happens(kind.withdrawn) };
  });
}

// Something is lacking in half of the applications, and then the case is complete when it has come.
function permit(opened: string, decided: string, type: string, group: string, chance: Random): Permit {
  const days = (Date.parse(decided) - Date.parse(opened)) / 86_400_000;
  const lacking = chance.happens(0.5);
  return {
    id: 0,
    number: '',
    type,
    group,
    text: 'Bygglov för tillbyggnad av enbostadshus',
    opened,
    completed: addDays(opened, lacking ? Math.round(days * chance.between(0.1, 0.45)) : 0),
    decided,
    withdrawn: false,
    cancelled: type === 'BL' && days > 20 && chance.happens(0.04),
  };
}

// By the day they came in, a series for each year.
function numbered(permits: Permit[]): Permit[] {
  const series = new Map<number, number>();
  const byDay = permits.toSorted((a, b) => Date.parse(a.opened) - Date.parse(b.opened));
  return byDay.map((one, index) => {
    const [year] = parts(one.opened);
    series.set(year, (series.get(year) ?? 0) + 1);
    return { ...one, id: 50_000 + index, number: `BYGG ${year}-${String(series.get(year)).padStart(6, '0')}` };
  });
}

// A case comes when it is opened and again, with all its events, when something has happened in it.
function deliver(since: string, received: string, permits: Permit[]): void {
  const within = (day: string) => day >= since && day < received;
  const changed = permits.filter(one => within(one.opened) || within(one.completed) || within(one.decided));
  const known = changed.filter(one => one.opened < received);
  write('permits', `byggr_${received}.xml`, batchOf(since === '' ? `${BEGINNING}-01` : since, received, known));
}
