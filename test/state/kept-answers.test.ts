import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptAnswers } from '../../pipeline/state/kept-answers.ts';
import { tempFolder } from '../temp-folder.ts';

/** A folder of answers, and how often something was worked out. */
async function answering() {
  const folder = join(await tempFolder(), 'answers');
  let made = 0;
  const make = async () => ({ n: ++made, at: new Map([['a', new Set([1n])]]) });
  return { folder, make, open: (program = 'p1') => keptAnswers(folder, program), files: () => readdir(folder).catch(() => []) };
}

it('an answer is worked out once, and is the same in the next process; in one process it is the same object', async () => {
  const { make, open } = await answering();
  const first = open();
  const answer = await first.recall('measured', 'k', make);
  expect(answer.n).toBe(1);
  expect(await first.recall('measured', 'k', make)).toBe(answer);
  const again = await open().recall('measured', 'k', make);
  expect(again).toEqual(answer);
});

it('another key, kind or program is another answer', async () => {
  const { make, open } = await answering();
  const first = open();
  await first.recall('measured', 'k', make);
  expect((await first.recall('measured', 'l', make)).n).toBe(2);
  expect((await first.recall('check', 'k', make)).n).toBe(3);
  expect((await open('p2').recall('measured', 'k', make)).n).toBe(4);
});

it('a failure is not kept, nor what may not be', async () => {
  const { make, open, files } = await answering();
  const { recall } = open();
  await expect(recall('measured', 'k', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect((await recall('measured', 'k', make, ({ n }) => n > 1)).n).toBe(1);
  expect(await files()).toEqual([]);
  expect((await recall('measured', 'k', make, ({ n }) => n > 1)).n).toBe(2);
  expect(await files()).toHaveLength(1);
});

it.each([
  ['cut short', async (path: string) => truncate(path, 40)],
  ['empty', async (path: string) => truncate(path, 0)],
  [
    'changed in one bit',
    async (path: string) => {
      const bytes = await readFile(path);
      bytes[bytes.length - 3]! ^= 1;
      await writeFile(path, bytes);
    },
  ],
])('an answer that is %s is worked out anew', async (_, damage) => {
  const { folder, make, open } = await answering();
  await open().recall('measured', 'k', make);
  const [name] = await readdir(folder);
  await damage(join(folder, name!));
  expect((await open().recall('measured', 'k', make)).n).toBe(2);
  expect((await open().recall('measured', 'k', make)).n).toBe(2);
});

it('what was not asked for is forgotten', async () => {
  const { make, open, files } = await answering();
  const first = open();
  await first.recall('measured', 'k', make);
  await first.recall('measured', 'l', make);
  await first.forgetUnused();
  expect(await files()).toHaveLength(2);
  await first.recall('measured', 'l', make);
  await first.forgetUnused();
  expect(await files()).toHaveLength(1);
  expect((await first.recall('measured', 'k', make)).n).toBe(3);
});
