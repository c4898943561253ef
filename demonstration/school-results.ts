import { emptyFolder, write, type Cell } from './files.ts';
import { random } from './random.ts';

// A school in the municipality: pupils in year 9, in all years, its usual merit value and share of eligible pupils.
type School = {
  code: string;
  name: string;
  owner: string;
  leavers: number;
  pupils: number;
  merit: number;
  yearly: number;
  eligible: number;
};

const schools: School[] = [
  { code: '211', name: 'Grundskolan Fyrbåken', owner: 'Kommunal', leavers: 96, pupils: 884, merit: 226, yearly: 2.4, eligible: 0.86 },
  { code: '212', name: 'Grundskolan Polstjärnan', owner: 'Kommunal', leavers: 74, pupils: 702, merit: 238, yearly: 0.6, eligible: 0.9 },
  { code: 'F01', name: 'Friskolan Ekorren', owner: 'Enskild', leavers: 41, pupils: 371, merit: 252, yearly: 0.4, eligible: 0.88 },
  { code: 'F02', name: 'Friskolan Sjöstjärnan', owner: 'Enskild', leavers: 11, pupils: 118, merit: 231, yearly: -0.8, eligible: 0.88 },
];
const OPENED: Record<string, number> = { F02: 2023 }; // no pupils in year 9 before
const HEADER = [
  'Läsår',
  'Skola',
  'Skolkod',
  'Typ av huvudman',
  'Antal elever i skolan',
  'Antal elever i årskurs 9',
  'Genomsnittligt meritvärde (17 ämnen)',
  'Andel (%) behöriga till yrkesprogram',
];
const LEGEND = [
  'Teckenförklaring',
  '. Uppgift saknas.',
  '.. Uppgiften bygger på färre än tio elever och visas inte.',
  '~100 Färre än fem elever är inte behöriga, och andelen visas inte exakt.',
];

export function writeSchoolResults(): void {
  emptyFolder('school-results');
  const chance = random('school-results');
  for (const year of [2021, 2022, 2023, 2024, 2025]) {
    const results = schools.map(school => resultOf(school, year, school.leavers + chance.whole(-4, 4), chance.between(-4, 4)));
    const took = results.filter(result => result.leavers > 0);
    const sum = (of: (result: Result) => number) => took.reduce((total, result) => total + of(result), 0);
    const leavers = sum(result => result.leavers);
    const all = {
      name: 'Samtliga',
      code: 'alla',
      owner: 'Samtliga',
      pupils: sum(result => result.pupils),
      leavers,
      merit: sum(result => result.merit * result.leavers) / leavers,
      eligible: sum(result => result.eligible),
    };
    deliver(
      year,
      [all, ...results].map(result => row(year, result)),
    );
  }
}

type Result = { name: string; code: string; owner: string; pupils: number; leavers: number; merit: number; eligible: number };

function resultOf(school: School, year: number, leavers: number, luck: number): Result {
  const { name, code, owner, pupils, merit, yearly, eligible } = school;
  if (year < (OPENED[code] ?? 0)) return { name, code, owner, pupils, leavers: 0, merit: 0, eligible: 0 };
  const share = Math.min(0.99, eligible + 0.004 * (year - 2022) + luck / 250);
  return {
    name,
    code,
    owner,
    pupils: pupils + (year - 2022) * 6,
    leavers,
    merit: merit + yearly * (year - 2022) + luck,
    eligible: Math.round(leavers * share),
  };
}

// The signs that a national agency's tables have, by its own rules.
function row(year: number, { name, code, owner, pupils, leavers, merit, eligible }: Result): Cell[] {
  const said = [`${year - 1}/${String(year).slice(2)}`, name, code, owner, thousands(pupils)];
  if (leavers === 0) return [...said, '.', '.', '.'];
  if (leavers < 10) return [...said, '..', '..', '..'];
  const share = leavers - eligible < 5 ? '~100' : decimal((100 * eligible) / leavers);
  return [...said, String(leavers), decimal(merit), share];
}

function deliver(year: number, rows: Cell[][]): void {
  const school = `${year - 1}/${String(year).slice(2)}`;
  const preamble = ['Betyg i årskurs 9 per skola (påhittade exempeluppgifter)', `Uttag ${year}-12-03`, '', `Valt läsår: ${school}`, ''];
  const table = [HEADER, ...rows].map(cells => cells.join(';'));
  const text = [...preamble, ...table, '', ...LEGEND].map(line => `${line}\r\n`).join('');
  write('school-results', `betyg-ak9_${school.replace('/', '-')}_${year}-12-03.csv`, `\uFEFF${text}`);
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

function thousands(count: number): string {
  return String(count).replace(/(?=(\d{3})+$)\B/g, ' ');
}
