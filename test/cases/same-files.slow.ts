import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { effectsAt } from '../effects-at.ts';
import { casesFolder } from './run-case.ts';

interface Town {
  project: string;
  dist: string;
}

const folders: string[] = [];
async function newFolder(): Promise<string> {
  folders.push(await mkdtemp(join(tmpdir(), 'malbild-aby-')));
  return folders.at(-1)!;
}
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** A whole small municipality with its first edition. */
async function aby(): Promise<Town> {
  const project = await newFolder();
  await cp(join(casesFolder, 'aby'), project, { recursive: true });
  const town = { project, dist: join(project, 'dist') };
  await run(town);
  return town;
}

/** The same municipality on another disk, as far as it had come. */
async function copyOf({ project }: Town): Promise<Town> {
  const copy = await newFolder();
  await cp(project, copy, { recursive: true, verbatimSymlinks: true });
  return { project: copy, dist: join(copy, 'dist') };
}

/** Runs, and gives what was said of the files that were not made again. */
async function run({ project, dist }: Town): Promise<string[]> {
  const said: string[] = [];
  const log = { step: (name: string, detail = '') => void (name === 'render.same' && said.push(detail)) };
  await runPipeline({ project, out: dist, asOf: null, rehash: false }, { ...effectsAt(new Date('2027-01-15T09:00:00Z')), log });
  return said;
}

/** Cases of another month arrive: nothing else changes. */
async function newMonth({ project }: Town): Promise<void> {
  const old = await readFile(join(project, 'sources/cases/in/arenden_2026-09-04.csv'), 'utf8');
  await writeFile(join(project, 'sources/cases/in/arenden_2026-10-04.csv'), old.split('\n').slice(0, 3).join('\n'));
}

/** Every file of the edition that readers see, by path. */
async function editionOf({ dist }: Town): Promise<Record<string, string>> {
  const root = join(dist, 'current/');
  const entries = (await readdir(root, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  const files = entries.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [path.slice(root.length), (await readFile(path)).toString('latin1')];
  });
  return Object.fromEntries((await Promise.all(files)).sort());
}

const countOf = (said: string): number => Number(/^\d+/.exec(said)![0]);

describe('what a new month of one source does not change', () => {
  let first: Town;
  let anew: Record<string, string>;
  /** The next edition, as one who has kept nothing makes it. */
  beforeAll(async () => {
    first = await aby();
    await newMonth(first);
    const town = await copyOf(first);
    for (const kept of ['keys', 'answers']) await rm(join(town.project, '.malbild', kept), { recursive: true });
    expect((await run(town)).map(countOf)).toEqual([0, 0]);
    anew = await editionOf(town);
  }, 600_000);

  it('is taken over from the edition before', async () => {
    const town = await copyOf(first);
    expect((await run(town)).map(countOf).every(n => n > 20)).toBe(true);
    expect(await editionOf(town)).toEqual(anew);
  }, 600_000);

  it.each<[string, string, (path: string) => Promise<void>]>([
    ['what it was made of is no longer whole', '.malbild/keys', path => truncate(path, 400)],
    ['a file was damaged on the disk', 'dist/current/public/data/observations/sick-leave.parquet', path => appendFile(path, 'damage')],
    ['a file is gone', 'dist/current/internal/data/judgements/sick-leave.json', path => rm(path)],
  ])('is made again where %s', async (_, path, harm) => {
    const town = await copyOf(first);
    await harm(join(town.project, path));
    await run(town);
    expect(await editionOf(town)).toEqual(anew);
  }, 600_000);
});
