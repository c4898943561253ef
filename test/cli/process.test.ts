import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { putEdition } from '../serve/a-site.ts';
import { tempFolder } from '../temp-folder.ts';

/** `malbild` from its sources, in a process of its own. */
function malbild(cwd: string, ...argv: string[]) {
  const main = `${import.meta.dirname}/../../pipeline/main.ts`;
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...argv], {
    cwd,
    env: { ...process.env, PORT: '0' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', error: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.error += text.toString()));
  return { child, said, exit: once(child, 'close') as Promise<[number | null, string | null]> };
}

describe('the process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, and then ends cleanly', async signal => {
    const folder = await tempFolder();
    await writeFile(`${folder}/malbild.yaml`, '');
    await putEdition(`${folder}/dist`, 'a', { 'public/index.html': 'Åby' });
    const { child, said, exit } = malbild(folder, 'serve');
    await once(child.stdout, 'data');
    const address = /http:\/\/localhost:\d+\//.exec(said.out)?.[0];
    expect(await (await fetch(address!)).text()).toBe('Åby');
    // Twice, as from a terminal and from npm.
    child.kill(signal);
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    expect(said.error).toContain(`${signal}: stopping`);
  });

  it('ends in 2 where its use is wrong, with nothing on standard output', async () => {
    const { said, exit } = malbild(await tempFolder(), 'run', '--jsno');
    expect(await exit).toEqual([2, null]);
    expect(said).toEqual({
      out: '',
      error: expect.stringMatching(/^malbild: run: unknown option '--jsno'; did you mean '--json'\?/) as string,
    });
  });
});
