import { readFileSync } from 'node:fs';
import type { Withdrawal } from '../../pipeline/contract/editions.ts';
import { withdrawEdition } from '../../pipeline/editions/withdraw.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { aPublication } from './a-publication.ts';

/**
 * Publishes, in a process of its own, what the first argument says (JSON: the choices of aPublication, and `die`: the step, with its
 * detail where it has one, at which the process kills itself), or withdraws `withdraw`. Prints the error's message where that fails.
 */
const { die, withdraw, ...choices } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Parameters<typeof aPublication>[0] & {
  die: string | null;
  withdraw?: Withdrawal;
};
const log = {
  step(name: string, detail?: string) {
    if (die === name || die === `${name} ${detail ?? ''}`) process.kill(process.pid, 'SIGKILL');
  },
};
try {
  if (withdraw) await withdrawEdition(choices.dist, withdraw, realEffects(log));
  else await publishEdition(aPublication(choices), realEffects(log));
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
