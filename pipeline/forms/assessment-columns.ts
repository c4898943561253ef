import { STATE_WORDS, STATUS_WORDS } from '../words/report-words.ts';
import type { FormColumn } from './form-column.ts';

/** The sheet of the form, which its source declares by name. */
export const SHEET = 'Bedömningar';

/** The form's columns in their order; what is filled in by hand for each row stands after `Roll`. */
export const COLUMNS: readonly FormColumn[] = [
  { header: 'Plan', width: 8, hidden: true },
  { header: 'Version', width: 8, hidden: true },
  { header: 'Id', width: 12, hidden: true },
  { header: 'Period', width: 10, hidden: true },
  { header: 'Gäller', width: 11 },
  { header: 'Namn', width: 32 },
  { header: 'Utfall', width: 48 },
  { header: 'Beräknad status', width: 20 },
  { header: 'Klart senast', width: 12 },
  { header: 'Senast sagt', width: 40 },
  { header: 'Roll', width: 24, filling: 'text' },
  { header: 'Datum', width: 12, filling: 'past-day' },
  { header: 'Status', width: 18, filling: { list: Object.keys(STATUS_WORDS) } },
  { header: 'Läge', width: 12, filling: { list: Object.keys(STATE_WORDS) } },
  { header: 'Belopp', width: 14, filling: 'amount' },
  { header: 'Nytta', width: 14, filling: 'amount' },
  { header: 'Text', width: 60, filling: 'text' },
];

/** What the form says to the person who fills it in. */
export const formTexts = {
  title: (board: string, period: string, asOf: string) => `Bedömningar: ${board}, ${period}. Uppgifter per ${asOf}.`,
  howTo:
    'Fyll i Roll, Datum och Text på de rader du vill säga något om, och Status eller Läge. Belopp är prognos eller kostnad i kronor, Nytta är vad en aktivitet gav. Övriga rader lämnas som de är.',
  kind: { goal: 'Mål', indicator: 'Indikator', milestone: 'Milstolpe', activity: 'Aktivitet', assignment: 'Uppdrag' },
  whole: 'Hela kommunen',
  cost: (amount: string) => `Kostnad: ${amount}.`,
  benefit: (text: string) => `Väntad nytta: ${text}.`,
};
