import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import { tempFolder } from '../temp-folder.ts';

it('docs/new-source.md shows a file and the draft that comes of it', async () => {
  const page = readFileSync(new URL('../../docs/new-source.md', import.meta.url), 'utf8');
  const [, content, yaml] = [...page.matchAll(/^```\n([^]*?)^```$/gm)].map(match => match[1]!);
  const file = join(await tempFolder(), 'skola_2026-04-07.csv');
  await writeFile(file, Buffer.from(content!, 'latin1'));
  expect((await draftSource(file, null)).yaml).toBe(yaml);
});
