import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { effectsAt } from '../effects-at.ts';
import { tempFolder } from '../temp-folder.ts';
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

/** Runs a municipality as one who came later; gives its edition, and the metrics and relations that were worked out for it. */
async function editionIn(project: string, out: string): Promise<{ files: Record<string, string>; measured: string[] }> {
  const measured: string[] = [];
  const world = effectsAt(new Date('2027-01-15T09:00:00Z'));
  const log = { step: (name: string, detail?: string) => void (name === 'measure.metric' && detail !== undefined && measured.push(detail)) };
  const dist = join(project, out);
  expect((await runPipeline({ project, out: dist, asOf: null, rehash: false }, { ...world, log })).outcome).toBe('published');
  return { files: await editionOf(dist), measured };
}

/** Worked out each time, from what they are made of. */
const DERIVED = ['cases-per-1000-hours', 'cost-per-fte'];

async function abyIn(project: string): Promise<string> {
  await cp(join(casesFolder, 'aby'), project, { recursive: true });
  return project;
}

it('an edition is the same, byte for byte, from extracts, from what earlier runs kept, and after any of that was deleted', async () => {
  const project = await abyIn(await tempFolder());
  const first = (await editionIn(project, 'first')).files;
  expect(Object.keys(first).length).toBeGreaterThan(50);
  await rm(join(project, '.malbild/warehouse.duckdb'));
  expect((await editionIn(project, 'from-answers')).files).toEqual(first);
  await rm(join(project, '.malbild/answers'), { recursive: true });
  expect((await editionIn(project, 'from-cache')).files).toEqual(first);
}, 120_000);

it('a new delivery of one source measures again only what rests on it, and gives what a run without anything kept gives', async () => {
  const project = await abyIn(await tempFolder());
  const ids = (files: string[]) => new Set(files);
  expect(ids((await editionIn(project, 'first')).measured)).toContain('net-cost');
  const old = await readFile(join(project, 'sources/cases/in/arenden_2026-09-04.csv'), 'utf8');
  await writeFile(join(project, 'sources/cases/in/arenden_2026-10-04.csv'), old.split('\n').slice(0, 3).join('\n'));
  const changed = await editionIn(project, 'first');
  expect(ids(changed.measured)).toEqual(ids(['cases-closed', 'lead-time', ...DERIVED]));
  await rm(join(project, '.malbild/answers'), { recursive: true });
  const anew = await editionIn(project, 'first-anew');
  const observations = ({ files }: typeof anew) => Object.entries(files).filter(([path]) => path.includes('data/observations/'));
  expect(observations(changed)).toEqual(observations(anew));
}, 120_000);
