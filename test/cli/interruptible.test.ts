import { expect, it } from 'vitest';
import { interruptible } from '../../pipeline/cli/interruptible.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';

it('ends a wait at once, and the step after it', async () => {
  const interruption = new AbortController();
  const effects = interruptible(realEffects(), interruption.signal);
  const waiting = effects.sleep(3_600_000);
  interruption.abort('SIGTERM');
  await expect(waiting).rejects.toThrow(/stopped by SIGTERM/);
  expect(() => effects.log.step('extract.x')).toThrow(/stopped by SIGTERM/);
});
