import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../temp-folder.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** In place of Vite: writes down what it was asked to build, and makes a bin that says what it was asked to do. */
const VITE = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('built.txt', process.argv.at(-1) + '\\n');
mkdirSync('dist/cli', { recursive: true });
writeFileSync('dist/cli/malbild.js', 'process.stdout.write(process.pid + " " + process.argv.slice(2).join(" "))');
process.exit(process.env.FAIL === process.argv.at(-1) ? 1 : 0);
`;
const CONFIGS = 'dashboards/vite.config.ts\ncli.vite.config.ts\n';

/** A repository as far as build.mjs looks at one. */
async function aRepository() {
  const root = await tempFolder();
  for (const folder of ['pipeline/cli', 'dashboards', 'node_modules/vite/bin']) await mkdir(`${root}/${folder}`, { recursive: true });
  await copyFile(`${ROOT}/build.mjs`, `${root}/build.mjs`);
  await writeFile(`${root}/node_modules/vite/bin/vite.js`, VITE);
  await writeFile(`${root}/package.json`, '{"type":"module"}');
  for (const file of ['cli.vite.config.ts', 'package-lock.json', 'tsconfig.json', 'pipeline/cli/main.ts', 'dashboards/a.css'])
    await writeFile(`${root}/${file}`, '');
  const build = (argv: string[] = [], FAIL = '') =>
    spawnSync(process.execPath, ['build.mjs', ...argv], { cwd: root, encoding: 'utf8', env: { ...process.env, FAIL } });
  return { root, build, built: () => readFile(`${root}/built.txt`, 'utf8') };
}

describe('build.mjs', () => {
  it('builds the site and the bin once, and then says nothing', async () => {
    const { build, built } = await aRepository();
    expect(build()).toMatchObject({ status: 0, stderr: 'building…\n' });
    expect(build()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(await built()).toBe(CONFIGS);
  });

  it('builds again when a source, the lockfile or a config has changed, and when a source is new', async () => {
    const { root, build, built } = await aRepository();
    build();
    const paths = ['pipeline/cli/main.ts', 'dashboards/new.css', 'package-lock.json', 'cli.vite.config.ts'];
    for (const path of paths) {
      await writeFile(`${root}/${path}`, 'changed');
      build();
    }
    expect(await built()).toBe(CONFIGS.repeat(1 + paths.length));
  });

  it('builds again after a build that failed, and runs nothing in between', async () => {
    const { build, built } = await aRepository();
    expect(build(['start'], 'cli.vite.config.ts')).toMatchObject({ status: 1, stdout: '' });
    expect(build(['start']).status).toBe(0);
    expect(await built()).toBe(CONFIGS + CONFIGS);
  });

  it('is malbild itself where it is told a command, in the same process', async () => {
    const { build } = await aRepository();
    const { pid, stdout } = build(['start', '--out', 'x']);
    expect(stdout).toBe(`${pid} start --out x`);
  });
});
