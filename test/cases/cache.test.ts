import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { effectsAt } from '../effects-at.ts';
import { casesFolder } from './run-case.ts';

/** Every file of the edition that readers see, both audiences', as text by path. */
async function editionOf(dist: string): Promise<Record<string, string>> {
  const root = join(dist, 'current');
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  const read = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [path.slice(root.length), (await readFile(path)).toString('latin1')];
  });
  return Object.fromEntries((await Promise.all(read)).sort());
}

it('an edition is the same, byte for byte, from extracts, from the cache, and after the cache was deleted', async () => {
  const project = await mkdtemp(join(tmpdir(), 'malbild-cache-'));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  await cp(join(casesFolder, 'aby'), project, { recursive: true });
  const editionIn = async (out: string) => {
    const dist = join(project, out);
    expect((await runPipeline({ project, out: dist, asOf: null, rehash: false }, effectsAt(new Date('2027-01-15T09:00:00Z')))).outcome).toBe('published');
    return editionOf(dist);
  };
  const first = await editionIn('first');
  expect(Object.keys(first).length).toBeGreaterThan(50);
  expect(await editionIn('cached')).toEqual(first);
  await rm(join(project, '.malbild/warehouse.duckdb'));
  expect(await editionIn('anew')).toEqual(first);
}, 120_000);
