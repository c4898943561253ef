import type { FormColumn } from '../form-column.ts';
import { planTexts, planWords } from './plan-words.ts';

/** A column of a plan's workbook: which key of the plan's file it holds. */
export interface PlanColumn extends FormColumn {
  /** The path of the key below its item; `target` and `members` are spread over cells as `PlanRow` says. */
  key: string;
  /** For words: what each means in the file. */
  words?: Readonly<Record<string, string>>;
}

/** Sheets that are filled in; of `plan` a single row. */
export type PlanSheet = 'plan' | 'goals' | 'indicators' | 'activities' | 'assignments';

const text = (key: string, header: string, width: number): PlanColumn => ({ key, header, width, filling: 'text' });
const code = (key: string, header: string, width: number): PlanColumn => ({ key, header, width, filling: 'code' });
const day = (key: string, header: string): PlanColumn => ({ key, header, width: 12, filling: 'day' });
const number = (key: string, header: string): PlanColumn => ({ key, header, width: 10, filling: 'number' });
const word = (key: string, header: string, words: Readonly<Record<string, string>>): PlanColumn => ({
  key,
  header,
  width: 16,
  filling: { list: Object.keys(words) },
  words,
});

/** Names to choose among stand in the sheet of lists, a column a kind, as far down as anybody declares any. */
export const LIST_COLUMNS = ['metrics', 'places', 'groups', 'dimensions'] as const;
export type ListName = (typeof LIST_COLUMNS)[number];
const LAST_ROW = 2000;
const listed = (key: string, header: string, width: number, list: ListName): PlanColumn => {
  const letter = 'ACEG'[LIST_COLUMNS.indexOf(list)]!;
  return { key, header, width, filling: { range: `${planTexts.sheets.lists}!$${letter}$4:$${letter}$${LAST_ROW}` } };
};
const goal = (key: string, header: string): PlanColumn => ({
  key,
  header,
  width: 14,
  filling: { range: `'${planTexts.sheets.goals}'!$A$4:$A$${LAST_ROW}` },
});

/** The columns of each sheet, in their order. `under` is the goal that an item stands under. */
export const PLAN_COLUMNS: Readonly<Record<PlanSheet, readonly PlanColumn[]>> = {
  plan: [
    code('plan', 'Plan', 14),
    number('version', 'Version'),
    text('name', 'Namn', 40),
    code('adopted.by', 'Beslutad av', 24),
    day('adopted.date', 'Beslutsdatum'),
    code('adopted.paragraph', 'Paragraf', 10),
    code('adopted.case', 'Ärendenummer', 16),
    code('adopted.link', 'Länk till protokollet', 40),
    day('in_force.from', 'Gäller från'),
    day('in_force.to', 'Gäller till'),
    text('vision', 'Vision', 60),
  ],
  goals: [
    code('id', 'Id', 14),
    goal('under', 'Under'),
    text('name', 'Namn', 48),
    listed('place', 'Plats', 12, 'places'),
    word('rule', 'Regel', planWords.rule),
    code('assessed_by', 'Bedöms av', 24),
    word('cadence', 'Bedöms varje', planWords.grain),
    number('coverage', 'Täckning (%)'),
    word('counts', 'Räknas', planWords.counts),
    number('limits.met', 'Uppfyllt från'),
    number('limits.partly', 'Delvis från'),
    number('weight', 'Vikt'),
  ],
  indicators: [
    code('id', 'Id', 18),
    goal('under', 'Mål'),
    text('name', 'Namn', 36),
    listed('metric', 'Nyckeltal', 26, 'metrics'),
    code('members', 'Delgrupp', 20),
    word('measures', 'Mäts per', planWords.grain),
    day('by', 'Klart senast'),
    word('target.kind', 'Typ', planWords.target),
    number('target.value', 'Målvärde'),
    listed('target.metric', 'Målvärde ur nyckeltal', 22, 'metrics'),
    number('target.to', 'Till'),
    number('target.partly', 'Delvis'),
    number('target.partly_to', 'Delvis till'),
    listed('target.group', 'Grupp', 18, 'groups'),
    word('target.than', 'Jämförs med', planWords.than),
    number('target.min_n', 'Minst antal'),
    number('lag', 'Släpar efter'),
    number('max_age', 'Högsta ålder'),
    number('every', 'År mellan mätningar'),
    word('late', 'Om försenad', planWords.late),
    number('weight', 'Vikt'),
  ],
  activities: [
    code('id', 'Id', 14),
    goal('under', 'Mål'),
    text('name', 'Namn', 40),
    code('responsible', 'Ansvarig', 26),
    day('by', 'Klart senast'),
    code('cost', 'Kostnad', 16),
    text('benefit.text', 'Väntad nytta', 40),
    code('benefit.amount', 'Nytta, belopp', 16),
    day('benefit.from', 'Nytta från'),
  ],
  assignments: [
    code('id', 'Id', 14),
    goal('under', 'Mål'),
    text('name', 'Namn', 40),
    listed('to', 'Till', 12, 'places'),
    day('by', 'Klart senast'),
    text('text', 'Uppdrag', 60),
  ],
};
