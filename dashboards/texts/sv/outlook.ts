import type { PointType, SpecialCause } from '../../../pipeline/contract/signals.ts';

/** What is usual, what stands out and what is foretold: chart labels, captions and tables. */
export const outlookTexts = {
  usual: 'vanlig variation',
  forecast: 'prognos',
  /** Beside the chart. */
  lines: 'Tunna linjer: vanlig variation och nivån mellan dem.',
  level: 'Tunn linje: den vanliga nivån.',
  season: 'Vanlig variation följer årstiden: en månad jämförs med samma månad andra år.',
  worse: 'avviker åt fel håll',
  better: 'avviker åt rätt håll',
  unusual: 'avviker',
  interval: 'Prickat: prognos. Fältet rymmer åtta av tio tänkbara utfall.',
  dotted: 'Prickat: prognos.',
  change: (period: string, reason: string) => `Vanlig variation räknas om från ${period}: ${reason.replace(/[.]$/, '')}.`,
  /** What a screen reader gets. */
  usualAt: (low: string, high: string, period: string) => `Vanlig variation ${low} till ${high}, ${period}.`,
  levelAt: (level: string, period: string) => `Vanlig nivå ${level}, ${period}.`,
  count: (count: number, last: string, cause: string) =>
    count === 1 ? `En period avviker: ${last}, ${cause}.` : `${count} perioder avviker, senast ${last}, ${cause}.`,
  none: 'Ingen period avviker från det vanliga.',
  foretold: (period: string, value: string) => `Prognos för ${period}: ${value}.`,
  foretoldBetween: (period: string, value: string, low: string, high: string) =>
    `Prognos för ${period}: ${value}, åtta av tio tänkbara utfall ligger mellan ${low} och ${high}.`,
  cause: {
    'Above UCL': 'över gränsen för vanlig variation',
    'Below LCL': 'under gränsen för vanlig variation',
    '7 Point Trend (Increasing)': 'i en följd om minst sju som ökar',
    '7 Point Trend (Decreasing)': 'i en följd om minst sju som minskar',
    '2 in 3 Above CL': 'två av tre nära den övre gränsen',
    '2 in 3 Below CL': 'två av tre nära den undre gränsen',
    '7 Points Above CL': 'minst sju i rad över den vanliga nivån',
    '7 Points Below CL': 'minst sju i rad under den vanliga nivån',
    'Common Cause': 'vanlig variation',
  } satisfies Record<SpecialCause, string>,
  direction: {
    special_cause_concern: 'försämring',
    special_cause_improvement: 'förbättring',
    special_cause_neutral_high: 'högt',
    special_cause_neutral_low: 'lågt',
    common_cause: '',
  } satisfies Record<PointType, string>,
  tableCaption: (unit: string) => `Det som avviker från vanlig variation${unit === '' ? '' : `, ${unit}`}.`,
  tableColumns: { period: 'Period', value: 'Utfall', cause: 'Avvikelse', direction: 'Riktning' },
  forecastCaption: (unit: string) => `Prognos${unit === '' ? '' : `, ${unit}`}. Åtta av tio tänkbara utfall ligger mellan gränserna.`,
  forecastColumns: { period: 'Period', value: 'Prognos', low: 'Undre gräns', high: 'Övre gräns' },
  between: (low: string, high: string) => `${low}–${high}`,
};
