import { spawn } from 'node:child_process';
import { cp, readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../pipeline/publish/content-digest.ts';
import { tempFolder } from '../temp-folder.ts';
import { casesFolder } from './run-case.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** Runs a municipality in a process of its own, in a new folder. Gives all of its dist: files by their sha256, links by where they lead. */
async function distOf(name: string, environment: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const project = join(await realpath(await tempFolder()), environment.LANG!);
  await cp(join(casesFolder, name), project, { recursive: true });
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'pipeline/main.ts', 'run', '--project', project], { cwd: ROOT, env, stdio: 'ignore' });
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0);
  const dist = join(project, 'dist');
  const found: Record<string, string> = {};
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) found[path.slice(dist.length)] = await readlink(path);
    else if (entry.isFile()) found[path.slice(dist.length)] = sha256(await readFile(path));
  }
  return found;
}

it('two folders, time zones, languages and times of day give the same editions and follow-ups, byte for byte', async () => {
  const one = await distOf('aby', { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  const other = await distOf('aby', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' });
  expect(Object.keys(one).filter(path => path.includes('/uppfoljning/2026-delar/')).length).toBeGreaterThan(100);
  expect(Object.keys(one).filter(path => one[path] !== other[path])).toEqual([]);
  expect(other).toEqual(one);
});
