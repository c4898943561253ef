import { readFile } from 'node:fs/promises';
import type { GoalsFile, JudgedPlan } from '../contract/goals.ts';
import type { HierarchyNode, Manifest } from '../contract/manifest.ts';
import { firstDay, lastDay, parsePeriod } from '../contract/period.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { Project } from '../words/project.ts';
import { formTexts } from './assessment-columns.ts';
import { assessmentRows } from './assessment-rows.ts';
import { latestNodes } from './latest-nodes.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface FormRequest {
  /** A node of the tree without parent, or `*` for what belongs to the whole municipality alone. */
  board: string;
  /** As `parsePeriod` reads it. */
  period: string;
}

export interface AssessmentForm {
  workbook: Uint8Array;
  rows: number;
}

/**
 * The form for a board's assessments, from an edition's internal tree: everything of the plans about the period whose place
 * is the board or under it. Throws ExpectedError where the board is none, or no plan is about the period.
 */
export async function assessmentForm(tree: string, project: Project, request: FormRequest, now: Date): Promise<AssessmentForm> {
  const manifest = JSON.parse(await readFile(`${tree}/data/manifest.json`, 'utf8')) as Manifest;
  const { plans } = JSON.parse(await readFile(`${tree}/data/goals.json`, 'utf8')) as GoalsFile;
  const nodes = latestNodes(manifest.hierarchies[project.municipality.place ?? ''] ?? []);
  const boards = ['*', ...[...nodes.values()].filter(({ parent }) => parent === null).map(({ id }) => id)];
  if (!boards.includes(request.board))
    throw new ExpectedError(`--board is '${request.board}', and there is no such board; allowed: ${boards.join(', ')}`);
  const about = plans.filter(plan => isAbout(plan, project, request.period));
  if (about.length === 0)
    throw new ExpectedError(
      `--period is '${request.period}', and no plan is about it; allowed: ${plans.map(plan => daysOf(plan, project)).join(', ') || 'none, there is no plan'}`,
    );
  const nameOf = (place: string): string => (place === '*' ? formTexts.whole : (nodes.get(place)?.name ?? place));
  const covers = (place: string): boolean => boardOf(nodes, place) === request.board;
  const rows = assessmentRows(about, { period: request.period, covers, nameOf });
  const title = formTexts.title(nameOf(request.board), request.period, manifest.as_of);
  return { workbook: await writeWorkbook(title, rows, now), rows: rows.length };
}

function boardOf(nodes: ReadonlyMap<string, HierarchyNode>, place: string): string {
  const parent = nodes.get(place)?.parent ?? null;
  return parent === null ? place : boardOf(nodes, parent);
}

/** The plan's first day is that of its earliest version: a revision begins later. */
const beganOf = ({ plan, in_force }: JudgedPlan, { plans }: Project): string =>
  [in_force.from, ...plans.filter(version => version.plan === plan).map(version => version.in_force.from)].sort()[0]!;

function isAbout(plan: JudgedPlan, project: Project, period: string): boolean {
  const { first, last } = parsePeriod(period)!;
  return lastDay(last) >= beganOf(plan, project) && (plan.in_force.to === null || firstDay(first) <= plan.in_force.to);
}

const daysOf = (plan: JudgedPlan, project: Project): string =>
  `in ${beganOf(plan, project)} to ${plan.in_force.to ?? 'no end'} (plan ${plan.plan})`;
