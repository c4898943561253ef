import { diskFault } from '../../pipeline/words/disk-error.ts';
import { mkdir, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../pipeline/effects/effects.ts';
import { editionBefore } from '../../pipeline/publish/current.ts';
import { keepRun } from '../../pipeline/publish/keep-run.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { readStatus } from '../../pipeline/publish/status-file.ts';
import { takeLock } from '../../pipeline/state/lock.ts';
import { readRuns } from '../../pipeline/state/run-ledger.ts';
import { ExpectedError } from '../../pipeline/words/expected-error.ts';
import { RESULT } from '../cli/a-world.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';
import { effectsAt } from '../effects-at.ts';

const A = idOf('a');
const NOW = new Date('2026-11-22T04:30:00Z');
const EFFECTS: Effects = effectsAt(NOW);
const STEP = () => 'load.source';

async function published() {
  const dist = await tempFolder();
  await publishEdition(aPublication({ dist, id: A, files: {} }), EFFECTS);
  return { dist, state: `${dist}/.malbild`, publicTree: `${dist}/current/public`, internalTree: `${dist}/current/internal` };
}

describe('keepRun', () => {
  it('says that a run is going on, and writes down how it ended', async () => {
    const { publicTree, ...folders } = await published();
    const result = await keepRun(folders, EFFECTS, STEP, async () => {
      expect((await readStatus(publicTree, A)).running).toBe(true);
      return { result: RESULT, content: 'digest' };
    });
    expect(result).toBe(RESULT);
    expect(await readRuns(folders.state)).toMatchObject([
      { started: NOW.toISOString(), outcome: 'published', edition: A, content: 'digest', failures: [] },
    ]);
    (await takeLock(folders.state, 'malbild run', NOW)).release();
  });

  it('after a failure readers keep the last good edition, and its status says where and, within, why', async () => {
    const { publicTree, internalTree, ...folders } = await published();
    const failing = keepRun(folders, EFFECTS, STEP, () => Promise.reject(new ExpectedError('sources/absence/in/a.csv: unreadable')));
    await expect(failing).rejects.toThrow('unreadable');
    expect(await editionBefore(folders.dist)).toBe(A);
    const [inPublic, within] = [await readStatus(publicTree, A), await readStatus(internalTree, A)];
    expect(inPublic).toMatchObject({ running: false, failures: [{ step: 'load.source', message: 'the run did not finish' }] });
    expect(within.failures).toMatchObject([{ step: 'load.source', message: 'sources/absence/in/a.csv: unreadable' }]);
    expect(await readRuns(folders.state)).toMatchObject([{ outcome: 'failed', edition: A, content: null }]);
    (await takeLock(folders.state, 'malbild run', NOW)).release();
  });

  it('says that an edition was held, and by what', async () => {
    const { internalTree, ...folders } = await published();
    const finding = { code: 'check', severity: 'hold-edition', sources: [], metrics: [], file: null, line: null, details: {} } as const;
    await keepRun(folders, EFFECTS, STEP, () =>
      Promise.resolve({ result: { ...RESULT, outcome: 'held', findings: [finding] }, content: null }),
    );
    expect((await readStatus(internalTree, A)).failures).toMatchObject([{ message: 'held by check' }]);
  });

  it('throws what stopped the run also where that cannot be written down', async () => {
    const { internalTree, publicTree, ...folders } = await published();
    const failing = keepRun(folders, EFFECTS, STEP, async () => {
      for (const tree of [publicTree, internalTree]) await makeUnwritable(`${tree}/status.json`);
      throw new ExpectedError('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
  });

  it('knows a full disk by what DuckDB says of it', () => {
    const cause = new Error('TransactionContext Error: Failed to commit: Could not write file "w": No space left on device');
    expect(diskFault(cause)).toBe('the disk is full');
    expect(diskFault(new Error('Parser Error: syntax error'))).toBeNull();
  });

  it('says in a sentence that the disk is full, wherever it was found out', async () => {
    const { dist, state } = await published();
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const failing = keepRun({ dist, state }, EFFECTS, STEP, () => Promise.reject(full));
    await expect(failing).rejects.toThrow(
      new ExpectedError('the run stopped, readers see the edition before: the disk is full (ENOSPC: no space left on device, write)'),
    );
  });

  it('is not begun while another one is going on', async () => {
    const { dist, state } = await published();
    const lock = await takeLock(state, 'malbild schedule', NOW);
    await expect(keepRun({ dist, state }, EFFECTS, STEP, () => Promise.reject(new Error('began')))).rejects.toThrow(
      'another run holds the lock',
    );
    expect((await readStatus(`${dist}/current/public`, A)).running).toBe(false);
    lock.release();
  });
});

/** Puts a folder where a file is to be written: what works for every user, root too. */
async function makeUnwritable(path: string): Promise<void> {
  await rm(path);
  await mkdir(path);
}
