import { formatDay } from '../../../pipeline/contract/format-day.ts';
import type { Day } from '../../../pipeline/contract/period.ts';

/** Budget, outcome and forecast, month by month. */
export const budgetTexts = {
  heading: (outcome: string) => `${outcome} mot budget`,
  caption: (year: string, unit: string) =>
    `${year}, månad för månad${unit === '' ? '' : `, ${unit}`}. Avvikelse är budget minus utfall: minus är mer än budget.`,
  month: 'Månad',
  budget: 'Budget',
  outcome: 'Utfall',
  deviation: 'Avvikelse',
  accumulated: 'Avvikelse hittills',
  forecastMonth: 'prognos',
  year: (year: string) => `Hela ${year}, beräknad prognos`,
  interval: (level: number, low: string, high: string) => `${level}\u00a0% sannolikt ${low}–${high}.`,
  own: (role: string, day: Day, deviation: string) => `Egen prognos av ${role}, ${formatDay(day)}: ${deviation} mot budget.`,
};
