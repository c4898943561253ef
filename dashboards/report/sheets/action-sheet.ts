import type { PublishedActivity } from '../../../pipeline/contract/goals.ts';
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

/** An activity or assignment a row, with where it stands: an assignment's sentence says itself that it is late. */
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
        stateWords(item),
        item.responsible,
        dayCell(item.by),
        goal.name,
        marksCell([], goal.example),
      ]),
      ...assignments.map(({ placed: { goal }, item }): SheetCell[] => [
        reportTexts.assignment,
        item.name,
        placeName(index, item.to ?? goal.place),
        item.sentence,
        null,
        dayCell(item.by),
        goal.name,
        marksCell([], goal.example),
      ]),
    ],
  };
}

function stateWords({ state, late }: PublishedActivity): string {
  const words = state === null ? goalTexts.notReported : statusTexts.state[state];
  return late ? `${words} (${statusTexts.late.toLowerCase()})` : words;
}
