import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it, onTestFinished } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { effectsAt } from '../effects-at.ts';
import { casesFolder } from './run-case.ts';

/** A small municipality whose first delivery has been corrected, and is past its time; a second one has not. */
async function aCase() {
  const project = await mkdtemp(join(tmpdir(), 'malbild-retention-'));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  await cp(join(casesFolder, 'swapped-column'), project, { recursive: true });
  await rm(join(project, 'expected'), { recursive: true });
  const source = join(project, 'sources/visits');
  await appendFile(join(source, 'source.yaml'), 'retention: 1 month\n');
  const first = await readFile(join(source, 'in/besok_2026-01_2026-02-03.csv'), 'utf8');
  await writeFile(join(source, 'in/besok_2026-01_2026-02-10.csv'), `${first}\n`);
  const run = (asOf: string | null) =>
    runPipeline(
      { project, out: join(project, 'dist'), asOf, rehash: false },
      effectsAt(new Date('2027-01-15T09:00:00Z')),
    );
  const kept = async () => (await readdir(join(project, '.malbild/extracts'))).length;
  /** What the cache still has, by source. */
  const cached = async () => {
    const instance = await DuckDBInstance.create(join(project, '.malbild/warehouse.duckdb'));
    const connection = await instance.connect();
    const found = await connection.runAndReadAll("select count(*), (select count(distinct _extract) from \"rows visits\") from extracts where source = 'visits'");
    connection.closeSync();
    instance.closeSync();
    return found.getRows().map(row => row.map(Number));
  };
  const published = async () => {
    const tree = join(project, 'dist/current/public/data');
    const { sources } = JSON.parse(await readFile(join(tree, 'manifest.json'), 'utf8')) as { sources: unknown };
    return { sources, visits: await readFile(join(tree, 'observations/visits.csv'), 'utf8') };
  };
  return { project, run, kept, cached, published };
}

it('an extract whose time has passed goes when a run ends, and figures and counts stay', async () => {
  const { project, run, kept, cached, published } = await aCase();
  const first = await run(null);
  expect(first.outcome).toBe('published');
  expect(first.findings.map(({ code }) => code)).toContain('past-retention');
  expect(await kept()).toBe(3);
  expect(await cached()).toEqual([[3, 3]]);
  const before = await published();
  await rm(join(project, 'dist'), { recursive: true });
  expect((await run(null)).outcome).toBe('published');
  expect(await published()).toEqual(before);
});

it('no extract goes after a run for a day that was asked for', async () => {
  const { run, kept } = await aCase();
  await run('2026-04-20');
  expect(await kept()).toBe(4);
});
