import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { JudgementsFile } from '../../pipeline/contract/judgements.ts';
import { judgeNow } from '../../pipeline/look.ts';
import { readProject, runPipeline } from '../../pipeline/run.ts';
import { aWorld } from '../cli/a-world.ts';
import { tempFolder } from '../temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The words of each `malbild` command in the README's walk-through, as a shell would split them. */
async function commands(): Promise<string[][]> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, block = ''] = /^## A metric in five minutes$[^]*?^```\n([^]*?)^```$/m.exec(readme) ?? [];
  return block
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => line.startsWith('npm run malbild -- '))
    .map(line => [...line.slice('npm run malbild -- '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!));
}

it('the README’s commands make one file, and a page with the figure and its target', { timeout: 300_000 }, async () => {
  const folder = await tempFolder();
  for (const part of ['malbild.yaml', 'sources', 'sql', 'geography']) await cp(join(root, part), join(folder, part), { recursive: true });
  // The demonstration's other metrics, checks and plans say nothing of this one, and take time.
  for (const part of ['sql/metrics', 'sql/checks', 'sources/plans']) await rm(join(folder, part), { recursive: true });
  const { malbild, said } = aWorld(folder, { readProject, run: runPipeline, judgeNow });

  const [create = [], preview = [], run = []] = await commands();
  expect(await malbild(...create), said.error).toBe(0);
  expect(await readdir(join(folder, 'sql/metrics'))).toEqual(['closed-in-time.sql']);
  expect(await malbild(...preview), said.error).toBe(0);
  expect(said.out.replace(/\s+/g, ' ')).toMatch(/Ärenden avslutade inom 30 dagar[^]*71,4 %/);
  expect(await malbild(...run), said.out + said.error).toBe(0);

  const page = await readFile(join(folder, 'dist/current/public/nyckeltal/closed-in-time/index.html'), 'utf8');
  const text = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toContain('71,4 %');
  expect(text).toContain('Minst 75 %, till 31 december 2026.');
  expect(text).toContain('Beslutat av Kommundirektören 15 januari 2026. Målvärdet står inte i någon plan');
  const published = await readFile(join(folder, 'dist/current/public/data/judgements/closed-in-time.json'), 'utf8');
  // 753 of 1,055 cases by September: 71,4 %, above 65 and below 75.
  expect((JSON.parse(published) as JudgementsFile).own_target).toMatchObject({ plan: '', by: '2026-12-31', status: 'partly' });
});
