import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { ExpectedError, hasCode } from '../words/expected-error.ts';

/** Who holds the lock, as `.malbild/lock` says it. */
export interface LockHolder {
  pid: number;
  host: string;
  /** Instant in UTC, ISO text. */
  started: string;
  command: string;
}

export interface Lock {
  /** The holder that was dead and was taken over from; null where the lock was free. */
  takenOverFrom: LockHolder | null;
  release(): void;
}

/** The locks that this process holds, by path. */
const heldHere = new Set<string>();

/** Another run holds the lock. */
export class LockHeldError extends ExpectedError {
  override readonly name = 'LockHeldError';
}

/**
 * Takes the lock of a state folder, so that one run at a time works there; it is released by `release` and when the process exits.
 * A lock whose holder is dead on this host is taken over. Throws LockHeldError, naming the holder.
 */
export async function takeLock(state: string, command: string, now: Date): Promise<Lock> {
  await mkdir(state, { recursive: true });
  const path = `${state}/lock`;
  const holder: LockHolder = { pid: process.pid, host: hostname(), started: now.toISOString(), command };
  if (await create(path, holder)) return held(path, null);
  const other = await readHolder(path);
  if (other === null || heldHere.has(path) || !isDead(other, now)) throw new LockHeldError(sentence(other, path));

  // One process at a time may replace a dead holder's lock; it looks again first, since another may just have done so.
  const replacing = `${path}.replacing`;
  if (!(await create(replacing, holder))) throw new LockHeldError(sentence(await readHolder(replacing), replacing));
  const still = await readHolder(path);
  if (still === null || still.pid !== other.pid || still.started !== other.started) {
    await rm(replacing);
    throw new LockHeldError(sentence(still, path));
  }
  await rename(replacing, path);
  return held(path, other);
}

function held(path: string, takenOverFrom: LockHolder | null): Lock {
  heldHere.add(path);
  const release = (): void => {
    process.off('exit', release);
    if (heldHere.delete(path)) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { takenOverFrom, release };
}

async function create(path: string, holder: LockHolder): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Null where the file says nothing that can be read, or has just gone. */
async function readHolder(path: string): Promise<LockHolder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'started' in value
      ? (value as LockHolder)
      : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Only of this host can we know: its process is gone, is this one (a container gives every run the same number), or began before the machine did. */
function isDead({ pid, host, started }: LockHolder, now: Date): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid || Date.parse(started) < now.getTime() - uptime() * 1000) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

const sentence = (holder: LockHolder | null, path: string): string =>
  holder === null
    ? `another run has just taken or left the lock ${path}; try again, and remove that file if no run is going on`
    : `another run holds the lock: \`${holder.command}\`, process ${holder.pid} on ${holder.host}, since ${holder.started}; ` +
      `wait for it to end, or remove ${path} if it is not running`;
