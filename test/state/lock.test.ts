import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LockHolder } from '../../pipeline/state/lock.ts';
import { LockHeldError, takeLock } from '../../pipeline/state/lock.ts';
import { tempFolder } from '../temp-folder.ts';

const NOW = new Date();

/** A process that holds the lock of a state folder. */
async function holding(state: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${import.meta.dirname}/lock-child.ts`, state], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('held\n');
  return child;
}

const leave = (state: string, holder: Partial<LockHolder>): Promise<void> =>
  writeFile(
    `${state}/lock`,
    JSON.stringify({ pid: process.pid, host: hostname(), started: NOW.toISOString(), command: 'malbild run', ...holder }),
  );

describe('takeLock', () => {
  it('lets one run at a time into a project, and names the one that is there', async () => {
    const state = await tempFolder();
    const child = await holding(state);
    await expect(takeLock(state, 'malbild run', NOW)).rejects.toThrow(LockHeldError);
    const message = await takeLock(state, 'malbild run', NOW).catch(String);
    expect(message).toContain(`\`malbild schedule\`, process ${child.pid} on ${hostname()}, since 20`);
    child.stdin?.write('leave\n');
    await once(child, 'exit');
    (await takeLock(state, 'malbild run', NOW)).release();
  });

  it('takes over from a process that was killed, and says from which', async () => {
    const state = await tempFolder();
    const child = await holding(state);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeLock(state, 'malbild run', NOW);
    expect(lock.takenOverFrom).toMatchObject({ pid: child.pid, command: 'malbild schedule' });
    expect(JSON.parse(await readFile(`${state}/lock`, 'utf8'))).toMatchObject({ pid: process.pid, command: 'malbild run' });
    lock.release();
    expect(await readdir(state)).toEqual([]);
  });

  it('is not taken twice by the process that holds it', async () => {
    const state = await tempFolder();
    const lock = await takeLock(state, 'malbild run', NOW);
    expect(lock.takenOverFrom).toBeNull();
    await expect(takeLock(state, 'malbild run', NOW)).rejects.toThrow(LockHeldError);
    lock.release();
    lock.release();
    (await takeLock(state, 'malbild run', NOW)).release();
  });

  it('is taken over where its number is ours, as in a container that was started again', async () => {
    const state = await tempFolder();
    await leave(state, {});
    (await takeLock(state, 'malbild run', NOW)).release();
  });

  it('is taken over where the machine has been started since, whoever has the number now', async () => {
    const state = await tempFolder();
    await leave(state, { pid: process.ppid, started: '2001-01-01T00:00:00.000Z' });
    (await takeLock(state, 'malbild run', NOW)).release();
  });

  it('is held where its holder is on another machine, of which we know nothing', async () => {
    const state = await tempFolder();
    await leave(state, { host: 'elsewhere', pid: 1 });
    await expect(takeLock(state, 'malbild run', NOW)).rejects.toThrow(/process 1 on elsewhere.*remove .*lock/);
  });

  it('is held where it says nothing that can be read', async () => {
    const state = await tempFolder();
    await writeFile(`${state}/lock`, '');
    await expect(takeLock(state, 'malbild run', NOW)).rejects.toThrow(/remove that file/);
    await access(`${state}/lock`);
  });
});
