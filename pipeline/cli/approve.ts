import { join } from 'node:path';
import { writeApproval } from '../editions/write-approval.ts';
import { takeLock } from '../state/lock.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { Approval } from '../words/project.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';

/** Writes in `malbild.yaml` that a follow-up is approved, and by whom; the next edition lists it publicly. Nothing else in the file changes. */
export async function approve(world: World, place: Place, id: string, decision: Partial<Approval>): Promise<number> {
  await expectProject(place.project);
  const { by, date, paragraph } = decision;
  if (by === undefined || date === undefined || paragraph === undefined) throw new UsageError(texts.approvalNeeds);
  const lock = await takeLock(place.state, 'approve', world.effects.now());
  try {
    const { follow_ups } = (await world.readProject(place.project)).municipality;
    const followUp = follow_ups.find(declared => declared.id === id);
    if (!followUp)
      throw new ExpectedError(
        texts.noSuchFollowUp(
          id,
          follow_ups.map(declared => declared.id),
        ),
      );
    if (followUp.approval !== null) throw new ExpectedError(texts.approvedBefore(id, followUp.approval));
    if (date < followUp.as_of) throw new ExpectedError(texts.approvedTooEarly(id, date, followUp.as_of));
    const file = join(place.project, 'malbild.yaml');
    await writeApproval(file, id, { by, date, paragraph });
    world.out(`${texts.approved(id, file)}\n`);
    return 0;
  } finally {
    lock.release();
  }
}
