import type { Magnitude } from '../../charts/level-axis.ts';
import type { Grain } from '../../../pipeline/contract/period.ts';

const onePeriod: Readonly<Record<Grain, string>> = {
  month: 'en månad',
  quarter: 'ett kvartal',
  tertial: 'ett tertial',
  'half-year': 'ett halvår',
  year: 'ett år',
  'school-year': 'ett läsår',
};

/** What charts say: labels, captions and the words a screen reader gets. */
export const chartTexts = {
  example: 'Exempeldata',
  everyGrain: {
    month: 'per månad',
    quarter: 'per kvartal',
    tertial: 'per tertial',
    'half-year': 'per halvår',
    year: 'per år',
    'school-year': 'per läsår',
  } satisfies Record<Grain, string>,
  kindOfGrain: {
    month: 'månader',
    quarter: 'kvartal',
    tertial: 'tertial',
    'half-year': 'halvår',
    year: 'år',
    'school-year': 'läsår',
  } satisfies Record<Grain, string>,
  magnitude: { one: '', thousand: 'tusental', million: 'miljoner', billion: 'miljarder' } satisfies Record<Magnitude['power'], string>,
  kronor: { one: 'Kronor', thousand: 'Tusental kronor', million: 'Miljoner kronor', billion: 'Miljarder kronor' } satisfies Record<
    Magnitude['power'],
    string
  >,
  kronorShort: { one: 'kr', thousand: 'tkr', million: 'mnkr', billion: 'mdkr' } satisfies Record<Magnitude['power'], string>,
  percent: 'Procent',
  count: 'Antal',
  /** Units that have no word after a number, and are no counts. */
  withoutWord: { index: 'Index', ratio: 'Kvot', scale: 'Skala' } as Readonly<Record<string, string>>,
  axisBegins: (level: string) => `Axeln börjar på ${level}.`,
  lineChart: (count: number, grain: Grain, span: string) =>
    `Linjediagram över ${count === 1 ? onePeriod[grain] : `${count} ${chartTexts.kindOfGrain[grain]}`}, ${span}.`,
  noValues: 'Det finns inga siffror att visa.',
  latest: (value: string, period: string) => `Senast ${value}, ${period}.`,
  extremes: (low: string, lowPeriod: string, high: string, highPeriod: string) =>
    `Lägst ${low}, ${lowPeriod}. Högst ${high}, ${highPeriod}.`,
  holes: (count: number) => (count === 1 ? 'En period saknar siffra.' : `${count} perioder saknar siffra.`),
  target: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
  events: (words: string) => `Händelser: ${words}.`,
  event: (date: string, name: string) => `${date}: ${name}`,
  eventCaption: 'Händelser under perioderna.',
  eventColumns: { period: 'Period', value: 'Utfall', event: 'Händelse' },
  dates: (first: string, last: string) => `${first}–${last}`,
  inTable: 'Alla siffror finns i tabellen.',
  openPoints: 'Ihålig punkt: siffran är inte slutlig.',
  narrowShows: (shown: number, all: number, kind: string) =>
    `På en smal skärm visas de senaste ${shown} av ${all} ${kind}; tabellen har alla.`,
  severalLines: (count: number, kind: string, span: string) => `Linjediagram med ${count} serier över ${kind}, ${span}.`,
  lastOf: (name: string, value: string, period: string) => `${name}: senast ${value}, ${period}.`,
  noneOf: (name: string) => `${name}: ingen siffra.`,
  bars: (count: number) => (count === 1 ? 'Stapeldiagram med en stapel.' : `Stapeldiagram med ${count} staplar.`),
  bar: (name: string, value: string) => `${name} ${value}.`,
  strip: (group: string, n: number, low: string, high: string, own: string) =>
    `${group}: ${n} värden mellan ${low} och ${high}. Eget värde ${own}.`,
};
