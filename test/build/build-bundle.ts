import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';

const ROOT = `${import.meta.dirname}/../..`;

/** Builds the command line's bundle before the tests of a file, and removes it after them. Gives the address of a script in it. */
export function buildBundle(name: string): (script: string) => URL {
  // Inside the repository, so that its packages are found; dist/ is never committed.
  const folder = `${ROOT}/dist/.test-${name}-${process.pid}`;
  beforeAll(() => {
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'cli.vite.config.ts', '--outDir', folder];
    expect(spawnSync(process.execPath, vite, { cwd: ROOT, encoding: 'utf8' })).toMatchObject({ status: 0 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return script => pathToFileURL(`${folder}/${script}`);
}
