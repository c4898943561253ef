import type { Project } from '../../pipeline/words/project.ts';
import type { RunResult } from '../../pipeline/words/run.ts';
import { audit } from '../../pipeline/audit/audit.ts';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import { explainFigure } from '../../pipeline/explain/explain-figure.ts';
import { metricFile } from '../../pipeline/draft/metric/metric-file.ts';
import { listRejects } from '../../pipeline/warehouse/list-rejects.ts';
import { followProject } from '../../pipeline/dev/follow-project.ts';
import { assessmentForm } from '../../pipeline/forms/assessment-form.ts';
import { jsonSchemas } from '../../pipeline/read/json-schemas.ts';
import { writePlan } from '../../pipeline/forms/plan/write-plan.ts';
import { readPlanWorkbook } from '../../pipeline/forms/plan/read-plan-workbook.ts';
import { checkPlan } from '../../pipeline/read/check-plan.ts';
import { main } from '../../pipeline/cli/main.ts';
import type { World } from '../../pipeline/cli/world.ts';
import { effectsAt } from '../effects-at.ts';

export const RESULT: RunResult = {
  outcome: 'published',
  edition: 'abc',
  followUps: [],
  problems: [],
  findings: [],
  counts: { records: 10, loaded: 8, rejected: 1, ignored: 1, metrics: 2, goals: 1, pages: 7, observations: 30 },
  seconds: 1.25,
};

export const PROBLEM = { code: 'unknown-key', file: 'malbild.yaml', line: 3, found: "unknown key 'nmae'", allowed: 'name' };

/** A project as far as the command line looks at one. */
export const aProject = (change: Partial<Project> = {}): Project =>
  ({
    municipality: { schedule: { cron: '30 5 * * *', grace_hours: 6 }, time_zone: 'Europe/Stockholm', as_of: null },
    sources: [],
    metrics: [],
    plans: [],
    problems: [],
    warnings: [],
    ...change,
  }) as unknown as Project;

/** A world that remembers what was said, and the command line in it. */
export function aWorld(cwd: string, change: Partial<World> = {}) {
  const said = { out: '', error: '' };
  const controller = new AbortController();
  let heard = (): void => undefined;
  const world: World = {
    out: text => {
      said.out += text;
      heard();
    },
    error: text => void (said.error += text),
    effects: { ...effectsAt(new Date('2026-11-22T12:00:00Z')), environment: { PORT: '0' } },
    endProgress: () => undefined,
    cwd,
    interrupted: controller.signal,
    alarm: () => ({ stop: () => undefined }),
    run: () => Promise.resolve(RESULT),
    readProject: () => Promise.resolve(aProject()),
    followProject,
    audit,
    checkCases: () => Promise.resolve([]),
    judgeNow: () => Promise.reject(new Error('nothing is judged here')),
    drawNow: () => Promise.reject(new Error('nothing is drawn here')),
    ask: null,
    metricFile: answers => Promise.resolve(metricFile(answers)),
    draftSource,
    explainFigure,
    listRejects,
    jsonSchemas: project => Promise.resolve(jsonSchemas(project)),
    writeForm: assessmentForm,
    writePlan,
    readPlan: readPlanWorkbook,
    checkPlan: (...asked) => Promise.resolve(checkPlan(...asked)),
    ...change,
  };
  const interrupt = (): void => controller.abort('SIGINT');
  /** Resolves when this stands on standard output. */
  const whenSaid = (text: RegExp): Promise<RegExpExecArray> =>
    new Promise(resolve => {
      heard = () => {
        const match = text.exec(said.out);
        if (match) resolve(match);
      };
      heard();
    });
  return { said, whenSaid, world, interrupt, malbild: (...argv: string[]): Promise<number> => main(argv, world) };
}
