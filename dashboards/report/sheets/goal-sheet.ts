import type { Assessment, JudgedGoal } from '../../../pipeline/contract/goals.ts';
import { levelWord } from '../../goal-level.ts';
import { latestSaid } from '../../parts/sayings.ts';
import { ruleWords } from '../../parts/rule-words.ts';
import { placeName } from '../../place-of.ts';
import type { SiteIndex } from '../../site-index.ts';
import { reportTexts } from '#texts/report.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../../words.ts';
import type { Report } from '../report.ts';
import { figureCell, marksCell, WIDTH, type Sheet } from './sheet.ts';

const t = reportTexts.columns;
const { short, name, text } = WIDTH;

/** A goal a row: its status, how it is set, how much of the goal that rests on, and what was last said. */
export const goalSheet = (index: SiteIndex, { goals }: Report): Sheet => ({
  name: reportTexts.sheets.goals,
  columns: [
    { header: t.goal, width: text },
    { header: t.kind, width: name },
    { header: t.place, width: name },
    { header: t.status, width: name },
    { header: t.restsOn, width: short },
    { header: t.reason, width: name },
    { header: t.rule, width: text },
    { header: t.covered, width: short },
    { header: t.needed, width: short },
    { header: t.sentence, width: text },
    { header: t.assessment, width: text },
    { header: t.marks, width: short },
  ],
  rows: goals.map(({ goal }) => [
    goal.name,
    levelWord(index, goal),
    placeName(index, goal.place),
    statusWord(goal.status, goal.rests_on),
    goal.rests_on === null ? null : statusTexts.basis[goal.rests_on],
    goal.reason === null ? null : statusTexts.reason[goal.reason],
    ruleWords(goal),
    percent(goal.covered),
    percent(goal.covered === null ? null : goal.coverage),
    goal.sentence,
    saidCell(goal.assessments),
    marksCell([], goal.example),
  ]),
});

const percent = (share: JudgedGoal['covered']) => figureCell(share === null ? null : 100 * share, { decimals: 0 });

function saidCell(assessments: readonly Assessment[]): string | null {
  const latest = latestSaid(assessments);
  if (latest === null) return null;
  return reportTexts.said(latest.role, latest.date, latest.status === null ? null : statusTexts.settled[latest.status], latest.text);
}
