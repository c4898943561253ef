import type { NoForecast } from '../../contract/forecast.ts';

/** What is said of forecasts, in Swedish, beside `sv`. */
export const forecastSv = {
  /** Stands after the period: `för 2026 (80 % sannolikt 6,6–7,2 %)`. */
  withInterval: (period: string, level: number, low: string, high: string) => `${period} (${level}\u00a0% sannolikt ${low}–${high})`,
  /** Stands after `bedöms inte uppfyllas`. */
  chance: (chance: string) => `(${chance})`,
  /** A target that is foreseen to be reached in part: the chance is that of all of it. */
  chanceOfAll: (chance: string) => `(${chance} att det uppfylls helt)`,
  oneIn: (tenths: number) => `sannolikhet ${tenths} på 10`,
  lessThanOneInTwenty: 'sannolikhet mindre än 1 på 20',
  moreThanNineteenInTwenty: 'sannolikhet mer än 19 på 20',
  why: {
    'no-outcome': 'det går inte att göra en prognos utan utfall',
    'too-short': 'historiken är för kort för en prognos',
    hole: 'det saknas uppgifter i de två år som en prognos bygger på',
    'not-additive': 'måttet kan inte läggas ihop till en prognos',
    'changed-organisation': 'organisationen har ändrats under de två år som en prognos bygger på',
    closed: 'enheten finns inte hela perioden',
    settled: 'det går inte att göra en prognos',
    'not-applicable': 'det finns inget att mäta',
  } satisfies Record<NoForecast, string>,
};
