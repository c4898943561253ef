import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRun } from './describe-run.ts';
import { casesFolder, runCase } from './run-case.ts';

/** Every folder is a municipality with what must come out of it; aby has a test of its own. */
const cases = (await readdir(casesFolder, { withFileTypes: true }))
  .filter(entry => entry.isDirectory() && entry.name !== 'aby' && !entry.name.endsWith('-changed'))
  .map(entry => entry.name);

async function filesIn(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      found[path.slice(folder.length + 1)] = await readFile(path, 'utf8');
    }
  return found;
}

describe('test/cases', () => {
  it.each(cases)('%s comes out as its expected folder says', async name => {
    const run = await runCase(name);
    const changed = join(casesFolder, `${name}-changed`);
    await rm(changed, { recursive: true, force: true });
    await mkdir(changed);
    await writeFile(join(changed, 'run.txt'), describeRun(run.result).replaceAll(run.project, 'PROJECT'));
    const data = join(run.dist, 'current', 'public', 'data', 'observations');
    // The same rows in other formats, and compressed, are held against the CSV by tests of their own.
    const isCase = (path: string): boolean => !/\.(parquet|json|br|gz)$/.test(path);
    if (existsSync(data)) await cp(data, join(changed, "observations"), { recursive: true, filter: isCase });
    await run.remove();

    const expected = join(casesFolder, name, 'expected');
    if (!existsSync(expected) && process.env.CI === undefined) await cp(changed, expected, { recursive: true });
    expect(await filesIn(changed), `what came out is in ${changed}`).toEqual(await filesIn(expected));
    await rm(changed, { recursive: true });
  });
});

describe('the same inputs', () => {
  it('give the same edition, byte for byte, in another folder and time zone', async () => {
    const zone = process.env.TZ;
    const manifests = [];
    for (const tz of ['Pacific/Auckland', 'America/Los_Angeles']) {
      process.env.TZ = tz;
      const run = await runCase('unknown-metric-in-plan');
      manifests.push(await Promise.all(['public', 'internal'].map(a => readFile(join(run.dist, 'current', a, 'data', 'manifest.json'), 'utf8'))));
      await run.remove();
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(manifests[1]).toEqual(manifests[0]);
  });
});
