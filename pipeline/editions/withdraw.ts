import type { Withdrawal } from '../contract/editions.ts';
import type { Effects } from '../effects/effects.ts';
import { finishWithdrawals, recordWithdrawal } from '../publish/withdrawn.ts';
import { diskFault } from '../words/disk-error.ts';
import { ExpectedError } from '../words/expected-error.ts';

/**
 * Withdraws an edition: says so for certain first, then takes away what it held. What is left when this process dies, the next run takes. Throws
 * ExpectedError where the disk refuses.
 */
export async function withdrawEdition(dist: string, withdrawal: Withdrawal, effects: Effects): Promise<void> {
  try {
    effects.log.step('withdraw.record', withdrawal.edition);
    await recordWithdrawal(dist, withdrawal);
    await finishWithdrawals(dist, effects);
  } catch (error) {
    const why = diskFault(error);
    if (why === null) throw error;
    throw new ExpectedError(`edition ${withdrawal.edition} is not wholly withdrawn: ${why}; mend that, and \`malbild run\` does the rest`, {
      cause: error,
    });
  }
}
