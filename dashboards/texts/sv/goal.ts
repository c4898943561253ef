import { formatDay } from '../../../pipeline/contract/format-day.ts';
import type { JudgedGoal } from '../../../pipeline/contract/goals.ts';
import { capital } from './numeral.ts';

/** Goals: the list, and the page of each. */
export const goalTexts = {
  listTitle: 'Mål',
  planTable: (plan: string) => `Målen i ${plan}, som tabell`,
  listLede: (plans: number) =>
    plans === 1
      ? 'Planens mål på alla nivåer, med status och vad den vilar på.'
      : 'Planernas mål på alla nivåer, med status och vad den vilar på.',
  planInForce: (from: string, to: string | null) =>
    to === null ? `Gäller från ${formatDay(from)}.` : `Gäller ${formatDay(from)}–${formatDay(to)}.`,
  planEnded: (to: string) => `Planen gällde till ${formatDay(to)}.`,
  adopted: (version: number, by: string, date: string, paragraph: string) =>
    `Version ${version}, beslutad av ${by} ${formatDay(date)}, ${paragraph}.`,
  vision: (vision: string) => `Vision: ${vision}`,
  chain: 'Målets plats',
  chainIntro: 'Från visionen till det som mäts, med status i varje steg.',
  indicatorsUnder: (counts: string) => `Indikatorer: ${counts}.`,
  history: 'Så har det gått',
  historyCaption:
    'Status vid uppföljningarna och när planerna löpte ut, tidigast först. Uppföljningarnas siffror står i deras egna utgåvor.',
  historyRow: 'Mål och indikatorer',
  theGoal: 'Målet',
  endOf: (plan: string) => `${plan}, vid planens slut`,
  now: 'nu',
  assessment: 'Senaste bedömningen',
  level: { council: 'Kommunfullmäktiges mål', board: 'Nämndmål', unit: 'Åtagande' },
  levelColumn: 'Slag',
  status: 'Status',
  basis: 'Så sätts statusen',
  rule: {
    all: 'Alla delar ska vara uppfyllda. Är ingen det, och ingen delvis, är målet ej uppfyllt; annars delvis.',
    majority: 'Mer än hälften av delarna ska vara uppfyllda. Är mer än hälften uppfyllda eller delvis uppfyllda är målet delvis uppfyllt.',
    worst: 'Målet får samma status som den del som står sämst till.',
    weighted: 'Delarna vägs samman: uppfyllt räknas som 1, delvis som ½ och ej uppfyllt som 0.',
    assessed: 'Statusen är en bedömning och räknas inte fram.',
  } satisfies Record<NonNullable<JudgedGoal['rule']>, string>,
  noRule: 'Målet har inga delar att sätta status efter.',
  assessedBy: (role: string) => `Den lämnas av ${role}.`,
  coverage: (covered: string, needed: string) => `${covered} av delarnas vikt har en status; minst ${needed} krävs.`,
  indicators: 'Indikatorer',
  indicatorsCaption: 'Vad målet mäts med.',
  indicator: 'Indikator',
  figure: 'Utfall',
  target: 'Mål',
  deviation: 'Avvikelse',
  trend: 'Utveckling',
  forecast: (value: string) => `prognos ${value}`,
  by: (day: string) => `senast ${day}`,
  assessments: 'Bedömningar',
  assessmentOf: (name: string) => `Om ${name}`,
  said: (role: string, date: string, period: string) => `${role}, ${formatDay(date)}, om ${period}`,
  ownForecast: (amount: string) => `Egen helårsprognos: ${amount}.`,
  /** Of an activity. */
  spent: (amount: string) => `Har kostat ${amount}.`,
  realised: (amount: string) => `Uppnådd nytta: ${amount}.`,
  activities: 'Aktiviteter',
  activitiesCaption: 'Vad som görs för att nå målet.',
  activity: 'Aktivitet',
  responsible: 'Ansvarig',
  day: 'Klar senast',
  cost: 'Kostnad',
  benefit: 'Väntad nytta',
  benefitFrom: (day: string) => `från ${day}`,
  sums: {
    cost: (amount: string) => `kostnad ${amount}`,
    benefit: (amount: string) => `beräknad nytta ${amount}`,
    realised: (amount: string) => `hittills uppnådd nytta ${amount}`,
    sentence: (sums: readonly string[], count: number, all: number) =>
      `${capital(sums.join(', '))}; ${count} av ${all} ${all === 1 ? 'aktivitet' : 'aktiviteter'} har belopp.`,
  },
  state: 'Läge',
  notReported: 'inte rapporterat',
  assignments: 'Uppdrag',
  assignmentTo: (name: string) => `Till ${name}.`,
  lateAssignments: 'Försenade uppdrag',
  quoted: (text: string) => `”${text}”`,
  decisions: 'Beslut bakom målvärdena',
  decided: (by: string, date: string, paragraph: string, matter: string | null) =>
    `${by} ${formatDay(date)}, ${paragraph}${matter === null ? '' : `, ärende ${matter}`}`,
  minutes: 'Protokollet',
  place: 'Gäller för',
};
