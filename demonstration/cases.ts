import { emptyFolder, writeRecords } from './files.ts';
import { FIRST, LAST, addDays, after, daysIn, monthsFrom, parts, yearsIn } from './months.ts';
import { random, type Random } from './random.ts';

type Case = { id: string; unit: string; type: string; channel: string; opened: string; closed: string };
type Delivered = Omit<Case, 'opened' | 'closed'> & { opened: string | null; closed: string | null };
// Cases a month, days to a decision at first and how they change by the year, and the share that comes by e-service: likewise.
type Kind = {
  type: string;
  unit: string;
  monthly: number;
  days: [at: number, yearly: number];
  digital: [at: number, yearly: number];
  spring: number;
};

const NOT_YET_DELIVERED = '2026-10';

const first: Kind[] = [
  { type: 'bygglov', unit: '401', monthly: 14, days: [64, -5], digital: [0.45, 0.08], spring: 1.6 },
  { type: 'tillsyn', unit: '402', monthly: 5, days: [38, -1], digital: [0.3, 0.07], spring: 1.2 },
  { type: 'bistand', unit: '306', monthly: 16, days: [19, 1.1], digital: [0.12, 0.03], spring: 1 },
  { type: 'forskoleplats', unit: 'FSF', monthly: 9, days: [48, -2], digital: [0.62, 0.04], spring: 1.5 },
  { type: 'felanmalan', unit: '411', monthly: 13, days: [8, -0.3], digital: [0.5, 0.07], spring: 1.3 },
];
const second: Kind[] = [
  { type: 'handling', unit: '103', monthly: 7, days: [4, -0.2], digital: [0.5, 0.07], spring: 1 },
  { type: 'vuxenutbildning', unit: '511', monthly: 9, days: [26, -1], digital: [0.66, 0.05], spring: 1.5 },
  { type: 'forsorjningsstod', unit: '604', monthly: 30, days: [17, -0.7], digital: [0.3, 0.09], spring: 1 },
  { type: 'foreningsbidrag', unit: '714', monthly: 6, days: [38, -2], digital: [0.55, 0.08], spring: 1.4 },
  { type: 'anslutning', unit: '801', monthly: 4, days: [54, -3], digital: [0.35, 0.08], spring: 1.3 },
];
// Each group draws from a stream of its own, and numbers its cases in a series of its own.
const groups = [
  { stream: 'cases', series: 'D', kinds: first },
  { stream: 'cases 2', series: 'E', kinds: second },
];

export function writeCases(): void {
  emptyFolder('cases');
  const cases = allCases();
  let since = `${FIRST}-01`;
  for (const month of monthsFrom(FIRST, LAST)) {
    const received = `${after(month)}-04`;
    if (month < NOT_YET_DELIVERED) deliver(received, spoil(month, happened(cases, since, received)));
    since = received;
  }
}

// The cases of a kind, as they are; what is delivered of them may be wrong.
export function casesOfKind(type: string): Case[] {
  return allCases().filter(one => one.type === type);
}

function allCases(): Case[] {
  return groups.flatMap(({ stream, series, kinds }) => {
    const chance = random(stream);
    const cases = monthsFrom(FIRST, NOT_YET_DELIVERED).flatMap(month => kinds.flatMap(kind => openedIn(month, kind, chance)));
    cases.sort((a, b) => Date.parse(a.opened) - Date.parse(b.opened));
    cases.forEach((one, index) => (one.id = `${series}${String(index + 1).padStart(4, '0')}`));
    return cases;
  });
}

function openedIn(month: string, kind: Kind, chance: Random): Case[] {
  const [, number] = parts(month);
  const season = number >= 3 && number <= 6 ? kind.spring : number === 7 ? 0.5 : 1;
  const years = yearsIn(month);
  const count = Math.round(kind.monthly * season * chance.between(0.75, 1.25));
  return Array.from({ length: count }, () => {
    const opened = `${month}-${String(chance.whole(1, daysIn(month))).padStart(2, '0')}`;
    const typical = kind.days[0] + kind.days[1] * years;
    const days = Math.round(typical * chance.between(0.45, 1.4) * (chance.happens(0.08) ? 2.4 : 1));
    const digital = chance.happens(kind.digital[0] + kind.digital[1] * years);
    const channel = digital ? 'e-tjanst' : chance.happens(0.6) ? 'blankett' : 'telefon';
    return { id: '', unit: kind.unit, type: kind.type, channel, opened, closed: addDays(opened, days) };
  });
}

// A case comes when it is opened and again when it is closed; what is not closed yet has no closing date.
function happened(cases: Case[], since: string, received: string): Delivered[] {
  const within = (day: string) => day >= since && day < received;
  return cases
    .filter(one => within(one.opened) || within(one.closed))
    .map(one => ({ ...one, closed: one.closed < received ? one.closed : null }));
}

function spoil(month: string, records: Delivered[]): Delivered[] {
  const wrong: Record<string, [index: number, change: Partial<Delivered>][]> = {
    '2023-11': [[3, { channel: 'fax' }]],
    '2024-02': [[5, { opened: '2024-02-31' }]],
    '2025-06': [[8, { opened: null }]],
    '2026-01': [[11, { unit: '498' }]],
  };
  const changes = new Map(wrong[month]);
  return records.map((record, index) => ({ ...record, ...changes.get(index) }));
}

function deliver(received: string, records: Delivered[]): void {
  writeRecords('cases', `arenden_${received}.json`, 'cases', records);
}
