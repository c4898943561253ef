import { emptyFolder, write } from './files.ts';
import { random } from './random.ts';

// Invented numbers of about the right size, in the shape in which SCB answers (json-stat 2.0).
const regions: [code: string, name: string, people: number, yearly: number][] = [
  ['1384', 'Kungsbacka', 85_000, 0.006],
  ['1401', 'Härryda', 39_500, 0.011],
  ['1402', 'Partille', 40_000, 0.005],
  ['1407', 'Öckerö', 12_900, 0.001],
  ['1481', 'Mölndal', 70_300, 0.009],
];
const ages: [code: string, share: number, yearly: number][] = [
  ['0-5', 0.068, -0.022],
  ['6-15', 0.126, -0.004],
  ['16-19', 0.047, 0.006],
  ['20-64', 0.571, 0.002],
  ['65-79', 0.133, 0.004],
  ['80+', 0.055, 0.034],
];
const sexes: [code: string, name: string, share: number][] = [
  ['1', 'män', 0.497],
  ['2', 'kvinnor', 0.503],
];
const FIRST_YEAR = 2021;
const CONTENTS = 'BE0101N1';
const ALL_AGES = 'tot';

export function writePopulation(): void {
  emptyFolder('population');
  deliver('2025-02-24', 2024);
  deliver('2026-02-24', 2025);
}

function deliver(received: string, last: number): void {
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const cells = count(years);
  const dimensions = [
    dimension(
      'Region',
      'region',
      regions.map(([code, name]): Category => [code, name]),
    ),
    dimension('Alder', 'ålder', [...ages.map(([code]): Category => [code, `${code} år`]), [ALL_AGES, 'totalt ålder']]),
    dimension(
      'Kon',
      'kön',
      sexes.map(([code, name]): Category => [code, name]),
    ),
    dimension('ContentsCode', 'tabellinnehåll', [[CONTENTS, 'Folkmängd']]),
    dimension(
      'Tid',
      'år',
      years.map((year): Category => [`${year}`, `${year}`]),
    ),
  ];
  // The last dimension turns fastest; there is one content.
  const value = regions.flatMap(([region]) =>
    [...ages.map(([age]) => age), ALL_AGES].flatMap(age =>
      sexes.flatMap(([sex]) => years.map(year => cells.get(keyOf(region, age, sex, year)) ?? null)),
    ),
  );
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: 'Folkmängd efter region, ålder, kön och år (påhittade exempeluppgifter)',
    source: 'Exempel',
    updated: `${received}T07:00:00Z`,
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ size }) => size),
    dimension: Object.fromEntries(dimensions.map(({ id, described }) => [id, described])),
    role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
    value,
    status: Object.fromEntries(value.flatMap((cell, place) => (cell === null ? [[place, '..']] : []))),
    extension: { status: { label: { '..': 'Uppgift är inte tillgänglig' } } },
  };
  write('population', `folkmangd_${received}.json`, `${JSON.stringify(dataset)}\n`);
}

// The years that were delivered before come again as they were: the stream of chance begins anew.
function count(years: number[]): Map<string, number | null> {
  const chance = random('population');
  const cells = new Map<string, number | null>();
  for (const year of years)
    for (const [region, , all, growth] of regions)
      for (const [sex, , half] of sexes) {
        const since = year - FIRST_YEAR;
        let sum = 0;
        for (const [age, share, change] of ages) {
          const expected = all * (1 + growth * since) * share * (1 + change * since) * half;
          const people = Math.round(expected * chance.between(0.99, 1.01));
          cells.set(keyOf(region, age, sex, year), isMissing(region, age, year) ? null : people);
          sum += people;
        }
        cells.set(keyOf(region, ALL_AGES, sex, year), sum);
      }
  return cells;
}

function keyOf(region: string, age: string, sex: string, year: number): string {
  return [region, age, sex, year].join();
}

type Category = [code: string, label: string];

function dimension(id: string, label: string, categories: Category[]) {
  const category = { index: Object.fromEntries(categories.map(([code], i) => [code, i])), label: Object.fromEntries(categories) };
  return { id, size: categories.length, described: { label, category } };
}

// What the source has not, of one age in one municipality; its total is there.
function isMissing(region: string, age: string, year: number): boolean {
  return region === '1407' && age === '80+' && year <= 2022;
}
