import type { Withdrawal } from '../contract/editions.ts';
import type { Effects } from '../effects/effects.ts';
import { finishWithdrawals, recordWithdrawal } from '../publish/withdrawn.ts';

/** Withdraws an edition: says so for certain first, then takes away what it held. What is left when this process dies, the next run takes. */
export async function withdrawEdition(dist: string, withdrawal: Withdrawal, effects: Effects): Promise<void> {
  effects.log.step('withdraw.record', withdrawal.edition);
  await recordWithdrawal(dist, withdrawal);
  await finishWithdrawals(dist, effects);
}
