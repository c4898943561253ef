import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import type { FetchWhen } from '../../pipeline/words/run.ts';
import { answer, aServer } from '../extract/connectors/a-server.ts';
import { aWorld } from '../extract/connectors/fetching.ts';
import { tempFolder } from '../temp-folder.ts';
import { casesFolder } from './run-case.ts';

const CANARY = 'canary-5f3a91';
const CSV = 'Månad;Nämnd;Besök;Väntetid\n2026-01;NORR;10;5,0\n2026-01;SYD;20;6,0\n';

/** The one-metric case, whose source is fetched instead. */
async function fetchedTown(url: string) {
  const project = await tempFolder();
  await cp(join(casesFolder, 'one-metric'), project, { recursive: true });
  await rm(join(project, 'sources/visits/in'), { recursive: true });
  const replace = async (file: string, ...edits: [from: RegExp, to: string][]) => {
    const text = edits.reduce((known, [from, to]) => known.replace(from, to), await readFile(join(project, file), 'utf8'));
    await writeFile(join(project, file), text);
  };
  await replace('malbild.yaml', [/^as_of: .*\n/m, '']);
  await replace(
    'sources/visits/source.yaml',
    [/^location: .*\nname_pattern: .*$/m, `connector: { type: http, url: "${url}/b.csv?unit-7c41=1", headers: { X-Api-Key: { secret: VISITS_KEY } } }`],
    [/^covers: .*$/m, 'covers: column.month'],
  );
  const run = (day: string, fetch?: FetchWhen, environment = { VISITS_KEY: CANARY }) => {
    const world = aWorld(environment, `${day}T08:00:00Z`);
    return runPipeline({ project, out: join(project, 'dist'), asOf: null, rehash: false, fetch }, world.effects);
  };
  return { project, run };
}

/** Every byte under a folder, as text. */
async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  return (await Promise.all(files.map(file => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

it('a municipality whose source is fetched: published, repeated without the network, kept when a fetch fails', async () => {
  let status = 200;
  const server = await aServer(({ headers }, response) =>
    answer(response, status, status === 200 ? CSV : `no ${String(headers['x-api-key'])}`, { etag: String(headers['x-api-key']) }),
  );
  const { project, run } = await fetchedTown(server.url);
  const first = await run('2026-02-03');
  expect(first).toMatchObject({ outcome: 'published', problems: [], findings: [], counts: { loaded: 2 } });
  expect(await run('2026-02-03', 'never')).toMatchObject({ outcome: 'unchanged', edition: first.edition });
  expect(server.asked).toHaveLength(1);

  status = 403;
  const failed = await run('2026-02-04');
  expect(failed).toMatchObject({ outcome: 'published', findings: [{ code: 'fetch-failed', severity: 'warn' }] });
  expect(await run('2026-02-04', 'never')).toMatchObject({ outcome: 'unchanged', edition: failed.edition });
  const page = await readFile(join(project, 'dist/current/public/datakvalitet/index.html'), 'utf8');
  expect(page).toContain('nya uppgifter kunde inte hämtas');

  await rm(join(project, 'dist'), { recursive: true });
  expect(await run('2026-02-04', 'never')).toMatchObject({ outcome: 'published' });
  await run('2026-02-05', 'due', { VISITS_KEY: '' });
  expect((await everything(project)).includes(CANARY)).toBe(false);
  expect((await everything(join(project, 'dist'))).includes('unit-7c41')).toBe(false);
});
