import { actionsOf } from '../../actions-of.ts';
import { placeName } from '../../place-of.ts';
import type { SiteIndex } from '../../site-index.ts';
import { goalTexts } from '#texts/goal.ts';
import { reportTexts } from '#texts/report.ts';
import { statusTexts } from '#texts/status.ts';
import type { Report } from '../report.ts';
import { dayCell, marksCell, WIDTH, type Sheet, type SheetCell } from './sheet.ts';

const t = reportTexts.columns;
const { short, name, text } = WIDTH;

/** An activity or assignment a row, with where it stands. */
export function actionSheet(index: SiteIndex, { place }: Report): Sheet {
  const { activities, assignments } = actionsOf(index, place);
  return {
    name: reportTexts.sheets.actions,
    columns: [
      { header: t.type, width: short },
      { header: t.name, width: text },
      { header: t.place, width: name },
      { header: t.state, width: name },
      { header: t.responsible, width: name },
      { header: t.by, width: short },
      { header: t.goal, width: text },
      { header: t.marks, width: short },
    ],
    rows: [
      ...activities.map(({ placed: { goal }, item }): SheetCell[] => [
        reportTexts.activity,
        item.name,
        placeName(index, goal.place),
        stateWords(item.state === null ? goalTexts.notReported : statusTexts.state[item.state], item.late),
        item.responsible,
        dayCell(item.by),
        goal.name,
        marksCell([], goal.example),
      ]),
      ...assignments.map(({ placed: { goal }, item }): SheetCell[] => [
        reportTexts.assignment,
        item.name,
        placeName(index, item.to ?? goal.place),
        stateWords(item.sentence, item.late),
        null,
        dayCell(item.by),
        goal.name,
        marksCell([], goal.example),
      ]),
    ],
  };
}

const stateWords = (state: string, late: boolean): string => (late ? `${state} (${statusTexts.late.toLowerCase()})` : state);
