import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { latin1Line } from '../../../pipeline/load/text/latin1-line.ts';
import { tempFolder } from '../../temp-folder.ts';

const lineOf = async (bytes: Uint8Array, encoding: string) => {
  const file = join(await tempFolder(), 'text');
  await writeFile(file, bytes);
  return latin1Line(file, encoding);
};
/** å in code page 437, and σ there: å in windows-1252. */
const [DOS, LATIN] = [0x86, 0xe5];

it('weighs the letters of windows-1252 against those of the code page', async () => {
  expect(await lineOf(Uint8Array.of(DOS, 0x0a, LATIN, LATIN), 'cp437')).toBe(2);
  expect(await lineOf(Uint8Array.of(DOS, DOS, 0x0a, LATIN), 'cp437')).toBeNull();
  expect(await lineOf(Uint8Array.of(0x61, 0x0a), 'cp437')).toBeNull();
  expect(await lineOf(Uint8Array.of(LATIN), 'windows-1252')).toBeNull();
});
