#!/usr/bin/env node
import { main } from './cli/main.ts';
import { interruptedBy } from './cli/signals.ts';
import { realEffects } from './effects/effects.ts';
import { lineLog, terminalLog } from './effects/log.ts';
import { everyMinute } from './schedule/keep-schedule.ts';

const error = (text: string): void => void process.stderr.write(text);
const isTerminal = process.stderr.isTTY;

process.exitCode = await main(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  error,
  effects: realEffects(isTerminal ? terminalLog(error) : lineLog(error)),
  endProgress: () => isTerminal && error('\r\u001b[2K'),
  cwd: process.cwd(),
  interrupted: interruptedBy(['SIGINT', 'SIGTERM', 'SIGHUP'], line => error(`\n${line}\n`)),
  alarm: everyMinute,
  run: async (options, effects) => (await import('./run.ts')).runPipeline(options, effects),
  readProject: async folder => (await import('./run.ts')).readProject(folder),
});
