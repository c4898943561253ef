#!/usr/bin/env node
import { asker } from './cli/asker.ts';
import { main } from './cli/main.ts';
import { createInterruption } from './cli/signals.ts';
import { realEffects } from './effects/effects.ts';
import { lineLog, terminalLog } from './effects/log.ts';
import { everyMinute } from './schedule/keep-schedule.ts';

const error = (text: string): void => void process.stderr.write(text);
const isTerminal = process.stderr.isTTY;
const effects = realEffects(isTerminal ? terminalLog(error) : lineLog(error));
const interruption = createInterruption({ now: effects.now, tell: line => error(`\n${line}\n`), exit: code => process.exit(code) });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.receive(name));

process.exitCode = await main(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  error,
  effects,
  endProgress: () => isTerminal && error('\r\u001b[2K'),
  cwd: process.cwd(),
  interrupted: interruption.signal,
  alarm: everyMinute,
  run: async (options, effects) => (await import('./run.ts')).runPipeline(options, effects),
  followProject: async (options, effects) => (await import('./dev/follow-project.ts')).followProject(options, effects),
  judgeNow: async (options, effects, narrow) => (await import('./look.ts')).judgeNow(options, effects, narrow),
  drawNow: async (...asked) => (await import('./look.ts')).drawNow(...asked),
  ask: process.stdin.isTTY ? asker(process.stdin, process.stdout) : null,
  metricFile: async answers => (await import('./draft/metric/metric-file.ts')).metricFile(answers),
  draftSource: async (file, id) => (await import('./draft/draft-source.ts')).draftSource(file, id),
  writeForm: async (...asked) => (await import('./forms/assessment-form.ts')).assessmentForm(...asked),
  writePlan: async (...asked) => (await import('./forms/plan/write-plan.ts')).writePlan(...asked),
  readPlan: async workbook => (await import('./forms/plan/read-plan-workbook.ts')).readPlanWorkbook(workbook),
  checkPlan: async (...asked) => (await import('./run.ts')).checkPlan(...asked),
  audit: async (...asked) => (await import('./audit/audit.ts')).audit(...asked),
  explainFigure: async (...asked) => (await import('./explain/explain-figure.ts')).explainFigure(...asked),
  listRejects: async (cache, source) => (await import('./warehouse/list-rejects.ts')).listRejects(cache, source),
  checkCases: async (project, effects) => (await import('./cases/check-cases.ts')).checkCases(project, effects),
  jsonSchemas: async declared => (await import('./run.ts')).jsonSchemas(declared),
  readProject: async folder => (await import('./run.ts')).readProject(folder),
});
