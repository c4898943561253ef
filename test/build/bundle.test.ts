import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { HELP } from '../../pipeline/cli/help.ts';
import { engineDigest, versions } from '../../pipeline/publish/engine.ts';

const ROOT = `${import.meta.dirname}/../..`;
// Inside the repository, so that its packages are found; dist/ is never committed.
const FOLDER = `${ROOT}/dist/.test-${process.pid}`;
const node = (...argv: string[]) => spawnSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' });

describe('the bin', () => {
  beforeAll(() => {
    expect(node('node_modules/vite/bin/vite.js', 'build', '--config', 'cli.vite.config.ts', '--outDir', FOLDER)).toMatchObject({
      status: 0,
    });
    return () => rm(FOLDER, { recursive: true, force: true });
  });
  const all = async (): Promise<string> =>
    (await Promise.all((await readdir(FOLDER)).map(name => readFile(`${FOLDER}/${name}`, 'utf8')))).join('\n');

  it('is a program that Node runs', async () => {
    expect(await readFile(`${FOLDER}/malbild.js`, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(node(`${FOLDER}/malbild.js`, 'help')).toMatchObject({ status: 0, stdout: HELP, stderr: '' });
  });

  it('carries the digests of the sources and of the lockfile that it was made from', async () => {
    const text = await all();
    expect(text).toContain(engineDigest());
    expect(text).toContain(versions().lockfile);
    expect(text).not.toContain('__MALBILD_');
  });

  it('starts without what only a run needs', async () => {
    expect(await readFile(`${FOLDER}/malbild.js`, 'utf8')).not.toMatch(/from "(@duckdb|vega|lit|@lit-labs)/);
  });
});
