import type { StatusFile } from '../contract/manifest.ts';
import type { Effects } from '../effects/effects.ts';
import { takeLock } from '../state/lock.ts';
import { appendRun, runId } from '../state/run-ledger.ts';
import type { AudienceName } from '../words/project.ts';
import type { RunResult } from '../words/run.ts';
import { editionBefore } from './current.ts';
import { diskError } from '../words/disk-error.ts';
import { AUDIENCES, editionFolder } from './publication.ts';
import { finishWithdrawals } from './withdrawn.ts';
import { failedStatus, readStatus, startedStatus, writeStatus } from './status-file.ts';

/** What a run did, and the digest of what `render` was given; null where it did not come that far. */
export interface RunWork {
  result: RunResult;
  content: string | null;
}

/**
 * Keeps the books of one run: takes the lock, says in what readers see that a run is going on, and afterwards how it ended
 * there and in the ledger, whatever happens. `step` says where the run is when it stops.
 */
export async function keepRun(
  folders: { state: string; dist: string },
  effects: Effects,
  step: () => string,
  work: (run: string) => Promise<RunWork>,
): Promise<RunResult> {
  const started = effects.now();
  const lock = await takeLock(folders.state, 'malbild run', started);
  if (lock.takenOverFrom) effects.log.step('run.lock', `taken over from process ${lock.takenOverFrom.pid}, which is gone`);
  const run = runId(started);
  const end = async (outcome: RunResult['outcome'], content: string | null, failures: { step: string; message: string }[]) =>
    appendRun(folders.state, {
      run,
      started: started.toISOString(),
      finished: effects.now().toISOString(),
      outcome,
      edition: await editionBefore(folders.dist),
      content,
      failures,
    });
  try {
    await finishWithdrawals(folders.dist, effects);
    await changeStatus(folders.dist, startedStatus);
    const { result, content } = await work(run);
    const failures = result.outcome === 'held' ? [{ step: step(), message: heldBy(result) }] : [];
    for (const failure of failures) await sayFailed(folders.dist, run, failure);
    await end(result.outcome, content, failures);
    return result;
  } catch (error) {
    const failure = { step: step(), message: error instanceof Error ? error.message : String(error) };
    // A disk that is full refuses these too; what stopped the run is what is thrown.
    await Promise.allSettled([sayFailed(folders.dist, run, failure), end('failed', null, [failure])]);
    throw diskError(error, 'the run stopped');
  } finally {
    lock.release();
  }
}

const heldBy = (result: RunResult): string =>
  `held by ${result.findings
    .filter(finding => finding.severity === 'hold-edition')
    .map(finding => finding.code)
    .join(', ')}`;

/** What went wrong is for those within; publicly it is only said that it did, and where. */
const sayFailed = (dist: string, run: string, failure: { step: string; message: string }): Promise<void> =>
  changeStatus(dist, (status, audience) =>
    failedStatus(status, { run, step: failure.step, message: audience === 'internal' ? failure.message : 'the run did not finish' }),
  );

/** Rewrites what both trees that readers see say of themselves; nothing where there is no edition. */
async function changeStatus(dist: string, change: (status: StatusFile, audience: AudienceName) => StatusFile): Promise<void> {
  const edition = await editionBefore(dist);
  if (edition === null) return;
  for (const audience of AUDIENCES) {
    const tree = `${editionFolder(dist, edition)}/${audience}`;
    await writeStatus(tree, change(await readStatus(tree, edition), audience));
  }
}
