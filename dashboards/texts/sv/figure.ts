import { capital, numeral } from './numeral.ts';

/** What is said beside a figure: its period, its change. */
export const figureTexts = {
  through: (period: string) => `till och med ${period}`,
  soFar: (period: string) => `${period}, hittills`,
  latestKnown: (period: string) => `senast kända, ${period}`,
  /** Where the status is about another period than the page's key figure. */
  outcome: (value: string, when: string) => `Utfall ${value} (${when}).`,
  sameTime: 'samma tid året innan',
  measurementBefore: (years: number) => `mätningen ${numeral(years)} år tidigare`,
  comparable: 'samma jämförbara månader året innan',
  equal: (period: string, than: string) => `${capital(period)} är lika med ${than}.`,
  differs: (period: string, size: string, higher: boolean, than: string) =>
    `${capital(period)} är ${size} ${higher ? 'högre' : 'lägre'} än ${than}.`,
  betterThan: (count: number, all: number, group: string) => `Bättre än ${count} av ${all} i gruppen ${group}`,
  forecast: (value: string) => `Prognos för perioden ${value}.`,
  forecastBetween: (value: string, low: string, high: string) => `Prognos för perioden ${value} (åtta av tio utfall ${low}–${high}).`,
  toDate: (value: string, when: string) => `Hittills ${value}, ${when}.`,
  target: (words: string) => `Mål ${words}.`,
  because: (reason: string) => `Kan inte bedömas: ${reason}.`,
};
