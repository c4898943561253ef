import { readFileSync } from 'node:fs';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { aPublication } from './a-publication.ts';

/**
 * Publishes, in a process of its own, what the first argument says (JSON: the choices of aPublication, and `die`: the step, with its
 * detail where it has one, at which the process kills itself). Prints the error's message where publishing fails.
 */
const { die, ...choices } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Parameters<typeof aPublication>[0] & {
  die: string | null;
};
const log = {
  step(name: string, detail?: string) {
    if (die === name || die === `${name} ${detail ?? ''}`) process.kill(process.pid, 'SIGKILL');
  },
};
try {
  await publishEdition(aPublication(choices), realEffects(log));
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
