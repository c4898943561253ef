import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../pipeline/effects/log.ts';
import { runPipeline } from '../../pipeline/run.ts';
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
      { now: () => new Date('2027-01-15T09:00:00Z'), log: silentLog, environment: {} },
    );
  const kept = async () => (await readdir(join(project, '.malbild/extracts'))).length;
  const published = async () => {
    const tree = join(project, 'dist/current/public/data');
    const { sources } = JSON.parse(await readFile(join(tree, 'manifest.json'), 'utf8')) as { sources: unknown };
    return { sources, visits: await readFile(join(tree, 'observations/visits.csv'), 'utf8') };
  };
  return { project, run, kept, published };
}

it('an extract whose time has passed goes when a run ends, and figures and counts stay', async () => {
  const { project, run, kept, published } = await aCase();
  const first = await run(null);
  expect(first.outcome).toBe('published');
  expect(first.findings.map(({ code }) => code)).toContain('past-retention');
  expect(await kept()).toBe(3);
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
