import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../temp-folder.ts';
import { sourcesRead } from './kinds-of-source.ts';
import type { Way } from './kinds-of-source.ts';
import { deliver, loadOnce } from './load-deliveries.ts';
import type { Answer } from './load-deliveries.ts';
import { SOME } from './some-deliveries.ts';

const ROOT = `${import.meta.dirname}/../../..`;
const WAYS: readonly Way[] = ['csv', 'csv in bulk'];

interface Choice {
  step?: string;
  statement?: number;
}

/** Loads in a child, which kills itself where it is told to. Gives its signal, and what it printed. */
async function inChild(folder: string, way: Way, { step = undefined, statement = undefined }: Choice = {}) {
  const file = join(folder, 'choice.json');
  writeFileSync(file, JSON.stringify({ folder, way, step: step ?? null, statement: statement ?? null }));
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/load/cache/load-child.ts', file], { cwd: ROOT });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  const signal = await new Promise(resolve => child.on('exit', (_, by) => resolve(by)));
  return { signal, printed };
}

/** What a run that had no cache says, and what the next run on the folder's cache does. */
const fresh = new Map<Way, Promise<Answer>>();
async function loadNext(folder: string, way: Way, cache: 'file' | 'memory' = 'file'): Promise<Answer> {
  const sources = sourcesRead(way);
  return loadOnce(folder, cache, way === 'csv in bulk', sources, await deliver(folder, sources, SOME));
}
async function expectAsFresh(folder: string, way: Way): Promise<void> {
  if (!fresh.has(way)) fresh.set(way, loadNext(folder, way, 'memory'));
  expect(await loadNext(folder, way)).toEqual(await fresh.get(way));
}

describe.each(WAYS)('a run that is killed while it loads %s', way => {
  it('at any source leaves a cache from which the next comes to the same', async () => {
    const folder = await tempFolder();
    for (const step of ['load.named', 'load.snapshot']) {
      expect(await inChild(folder, way, { step })).toEqual({ signal: 'SIGKILL', printed: '' });
      expect(existsSync(join(folder, 'warehouse.duckdb'))).toBe(true);
    }
    await expectAsFresh(folder, way);
    await expectAsFresh(folder, way);
  });

  it.each([3, 22, 41, 64])('in the middle of its statement %i does so too', async statement => {
    const folder = await tempFolder();
    expect((await inChild(folder, way, { statement })).signal).toBe('SIGKILL');
    await expectAsFresh(folder, way);
  });
});

describe('a cache that is damaged', () => {
  /** The bytes of a cache's file, and of the log beside it where a run was killed. */
  async function aCache(folder: string, way: Way, killed: boolean) {
    const path = join(folder, 'warehouse.duckdb');
    if (killed) expect((await inChild(folder, way, { step: 'load.snapshot' })).signal).toBe('SIGKILL');
    else await loadNext(folder, way);
    const read = (file: string): Buffer | null => (existsSync(file) ? readFileSync(file) : null);
    const kept = { main: read(path)!, log: read(`${path}.wal`) };
    const put = ({ main, log }: { main: Buffer; log: Buffer | null }): void => {
      writeFileSync(path, main);
      rmSync(`${path}.wal`, { force: true });
      if (log !== null) writeFileSync(`${path}.wal`, log);
    };
    return { kept, put };
  }
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const other = Buffer.from(bytes);
    other[at]! ^= 0x40;
    return other;
  };
  const places = (bytes: Buffer, count: number): number[] =>
    Array.from({ length: count }, (_, i) => Math.floor(((i + 0.37) / count) * bytes.length));

  it.each(WAYS)('is made anew once, wherever a bit of it is another, or it is cut (%s)', async way => {
    const folder = await tempFolder();
    const { kept, put } = await aCache(folder, way, false);
    for (const at of places(kept.main, 9)) {
      put({ ...kept, main: flipped(kept.main, at) });
      await expectAsFresh(folder, way);
    }
    for (const at of places(kept.main, 3)) {
      put({ ...kept, main: kept.main.subarray(0, at) });
      await expectAsFresh(folder, way);
    }
    await expectAsFresh(folder, way);
  });

  it.each(WAYS)('is so too where it is the log that a killed run left (%s)', async way => {
    const folder = await tempFolder();
    const { kept, put } = await aCache(folder, way, true);
    const log = kept.log!;
    expect(log.length).toBeGreaterThan(1000);
    for (const spoilt of [null, Buffer.alloc(0), ...places(log, 3).flatMap(at => [flipped(log, at), log.subarray(0, at)])]) {
      put({ ...kept, log: spoilt });
      await expectAsFresh(folder, way);
    }
  });

  it('is made anew where it is no database at all', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'warehouse.duckdb'), 'Det här är en text.\n'.repeat(1000));
    await expectAsFresh(folder, 'csv');
  });
});
