import { ExpectedError } from '../words/expected-error.ts';
import { parseArguments } from './arguments.ts';
import { approve } from './approve.ts';
import { audit } from './audit.ts';
import { check } from './check.ts';
import { run, schedule, serve, start } from './commands.ts';
import { dev } from './dev.ts';
import { diff } from './diff/diff.ts';
import { editions, rollback, withdraw } from './editions.ts';
import { explain } from './explain.ts';
import { HELP } from './help.ts';
import { newMetric } from './new-metric.ts';
import { newPlan } from './new-plan.ts';
import { newSource } from './new-source.ts';
import { placeOf } from './place.ts';
import { previewPage } from './preview-page.ts';
import { preview } from './preview.ts';
import { printProblems, problemsOf } from './print-run.ts';
import { rejects } from './rejects.ts';
import { reported } from './reported.ts';
import { schemas } from './schemas.ts';
import { spc } from './spc.ts';
import { templatePlan } from './template-plan.ts';
import { template } from './template.ts';
import { texts } from './texts.ts';
import type { FetchWhen } from '../words/run.ts';
import type { World } from './world.ts';

/** The command line, from arguments to an exit code: 0 done, 1 failed or held, 2 wrong usage. Nothing is thrown. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    return await perform(argv, world);
  } catch (error) {
    world.endProgress();
    if (error instanceof ExpectedError) {
      const problems = problemsOf(error);
      if (argv.includes('--json')) world.out(`${JSON.stringify({ outcome: 'failed', error: error.message, problems: problems ?? [] })}\n`);
      world.error(problems === null ? `malbild: ${error.message}\n` : printProblems(problems));
      return error.exitCode;
    }
    world.error(`malbild: ${texts.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return 1;
  }
}

async function perform(argv: readonly string[], world: World): Promise<number> {
  const { command, options, operands } = parseArguments(argv);
  const place = placeOf(options, world.cwd);
  const fetch: FetchWhen = options.offline !== undefined ? 'never' : options.fetch !== undefined ? 'always' : 'due';
  const choices = { asOf: options['as-of'] ?? null, rehash: options.rehash !== undefined, fetch };
  const json = options.json !== undefined;
  const audience = options.audience === 'internal' ? 'internal' : 'public';
  if (command === 'run') return run(world, place, choices, json);
  if (command === 'check') return check(world, place, json);
  if (command === 'serve') return serve(world, place, audience, options['require-header'] ?? null);
  if (command === 'schedule') return schedule(world, place, choices);
  if (command === 'start') return start(world, place, choices, audience);
  if (command === 'dev') return dev(world, place, audience);
  if (command === 'rejects') return rejects(world, place, options.id ?? null, json);
  if (command === 'diff') return diff(world, place, json, options['exit-code'] !== undefined);
  if (command === 'preview' && options.html !== undefined) return previewPage(world, place, operands[0]!, audience);
  if (command === 'preview') return preview(world, place, operands[0]!, audience, options.by ?? null);
  if (command === 'new' && operands[0] === 'metric') return newMetric(world, place, options);
  if (command === 'new' && operands[0] === 'plan') return newPlan(world, place, operands[1]!);
  if (command === 'new') return newSource(world, place, operands[1]!, options.id ?? null);
  if (command === 'schemas') return schemas(world, place);
  if (command === 'editions') return editions(world, place, json);
  if (command === 'rollback') return rollback(world, place, operands[0]!);
  if (command === 'withdraw') return withdraw(world, place, operands[0]!, options);
  if (command === 'reported') return reported(world, place, [operands[0]!, operands[1]!], audience, json);
  if (command === 'explain') return explain(world, place, operands, audience, options.window ?? 'period', json);
  if (command === 'approve') return approve(world, place, operands[0]!, options);
  if (command === 'audit') return audit(world, operands[0]!, json);
  if (command === 'spc') return spc(world, operands[0]!);
  if (command === 'template' && operands[0] === 'plan') return templatePlan(world, place, options.from ?? null);
  if (command === 'template') return template(world, place, options);
  world.out(HELP);
  return 0;
}
