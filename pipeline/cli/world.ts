import type { AuditReport } from '../audit/audit-report.ts';
import type { FollowOptions } from '../dev/follow-project.ts';
import type { Draft } from '../draft/draft.ts';
import type { MetricAnswers } from '../draft/metric/metric-file.ts';
import type { Effects } from '../effects/effects.ts';
import type { AskedFigure, Explanation } from '../explain/explanation.ts';
import type { AssessmentForm, FormRequest } from '../forms/assessment-form.ts';
import type { PlanFromWorkbook } from '../forms/plan/read-plan-workbook.ts';
import type { ListedReject } from '../warehouse/list-rejects.ts';
import type { CheckedPlan, PlanVersion } from '../words/plan.ts';
import type { Problem } from '../words/problem.ts';
import type { Project } from '../words/project.ts';
import type { DrawNow, JudgeNow, RunOptions, RunPipeline } from '../words/run.ts';
import type { Alarm } from '../schedule/keep-schedule.ts';

/** What the commands do not do themselves. Tests give their own. */
export interface World {
  /** Where results go. */
  out(text: string): void;
  /** Where progress and errors go. */
  error(text: string): void;
  /** The clock, the environment, and the log of steps. */
  effects: Effects;
  /** Ends what stands on the terminal's last line, if anything does. */
  endProgress(): void;
  cwd: string;
  /** Aborted when the person at the terminal, or the system, asks for an end; the reason is the signal's name. */
  interrupted: AbortSignal;
  alarm: Alarm;
  run: RunPipeline;
  judgeNow: JudgeNow;
  drawNow: DrawNow;
  readProject(folder: string): Promise<Project>;
  followProject(options: FollowOptions, effects: Effects): Promise<void>;
  /** What a project's files are decoded with, as JSON Schemas by kind of file. */
  jsonSchemas(declared: Pick<Project, 'municipality' | 'metrics'> | null): Promise<Readonly<Record<string, object>>>;
  /** What differs in the cases that stand beside metrics. */
  checkCases(project: Project, effects: Effects): Promise<Problem[]>;
  /** Asks the person at the terminal; null where nobody is there. */
  ask: ((question: string) => Promise<string>) | null;
  metricFile(answers: MetricAnswers): Promise<string>;
  draftSource(file: string, id: string | null): Promise<Draft>;
  /** The form for a board's assessments, from an edition's internal tree. */
  writeForm(tree: string, project: Project, request: FormRequest, now: Date): Promise<AssessmentForm>;
  /** The workbook that a plan is filled in; filled in with `plan`, and with what the project and an edition's internal tree have to choose among. */
  writePlan(plan: PlanVersion | null, project: Project, tree: string | null, now: Date): Promise<Uint8Array>;
  readPlan(workbook: Uint8Array): Promise<PlanFromWorkbook>;
  /** What is wrong with a plan's text, by path in it. */
  checkPlan(text: string, project: Project): Promise<CheckedPlan>;
  /** Audits an edition, an audience's tree or a table. */
  audit(path: string, interrupted: AbortSignal): Promise<AuditReport[]>;
  /** Walks a published figure back to what it was computed from. */
  explainFigure(options: RunOptions, effects: Effects, asked: AskedFigure): Promise<Explanation>;
  listRejects(cache: string, source: string | null): Promise<ListedReject[]>;
}

/** Where a command works: absolute folders. */
export interface Place {
  project: string;
  out: string;
  state: string;
}
