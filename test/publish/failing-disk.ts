import fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** `killed`: from that call on nothing happens, as if the process had died. A code: that call alone is refused with it. */
export type Fault = 'killed' | 'ENOSPC' | 'EACCES';

const CALLS = ['mkdir', 'writeFile', 'rename', 'rm', 'link', 'symlink', 'copyFile'] as const;
const never = new Promise<never>(() => undefined);

/**
 * Does something on a disk that fails at its nth change: a call that writes leaves half of its bytes. Gives how it ended; `done` where there were fewer
 * changes than n.
 */
export async function onFailingDisk(n: number, fault: Fault, work: () => Promise<unknown>): Promise<'done' | 'failed' | 'killed'> {
  let calls = 0;
  let died = (): void => undefined;
  const death = new Promise<'killed'>(resolve => (died = () => resolve('killed')));
  /** Whether the call may go on; `half` is what it leaves where it is the one that fails. */
  async function before(half: () => Promise<unknown>): Promise<void> {
    calls += 1;
    if (calls < n || (calls > n && fault !== 'killed')) return;
    if (calls === n) await half();
    if (fault !== 'killed') throw Object.assign(new Error(`${fault}: at change ${n}`), { code: fault });
    died();
    await never;
  }
  const nothing = (): Promise<void> => Promise.resolve();
  const real = { open: fs.open, ...Object.fromEntries(CALLS.map(name => [name, fs[name]])) };
  const halfOf = (data: unknown): string => String(data).slice(0, String(data).length / 2);

  for (const name of CALLS) {
    const call = fs[name] as (...given: unknown[]) => Promise<unknown>;
    const writes = name === 'writeFile';
    Object.assign(fs, {
      [name]: async (...given: unknown[]) => {
        await before(writes ? () => call(given[0], halfOf(given[1])) : nothing);
        return call(...given);
      },
    });
  }
  Object.assign(fs, {
    open: async (...given: Parameters<typeof fs.open>): Promise<FileHandle> => {
      if (given[1] === 'w') await before(nothing);
      const handle = await real.open(...given);
      const write = handle.writeFile.bind(handle);
      handle.writeFile = async data => {
        await before(() => write(halfOf(data)));
        return write(data);
      };
      return handle;
    },
  });
  syncBuiltinESMExports();
  try {
    const ended = work().then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    return await Promise.race([ended, death]);
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}
