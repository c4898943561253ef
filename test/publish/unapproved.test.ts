import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChangesFile } from '../../pipeline/contract/feed.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { writeTown } from '../audit/canary-town.ts';
import { effectsAt } from '../effects-at.ts';

const CORRECTED = 'Månad;Nämnd;Personer;Belopp;Ärende\n2026-03;SYD;30;9000;A-1\n2026-03;ÖST;6;1000;A-3\n';

/** What an ordinary edition right after a follow-up's tells of changes, where a figure has been corrected between the two. */
async function changesAfter(approval: string): Promise<Record<'public' | 'internal', number>> {
  const project = await writeTown();
  const yaml = join(project, 'malbild.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('reports: { pdf: true }\n', ''));
  await appendFile(yaml, `follow_ups:\n  - { id: mars, name: Mars, through: 2026-03-31, as_of: 2026-04-10${approval} }\n`);
  await writeFile(join(project, 'sources/aid/in/2026-03_2026-04-18.csv'), CORRECTED);
  const out = join(project, 'dist');
  const effects = { ...effectsAt(new Date('2027-01-15T09:00:00Z')), environment: process.env };
  expect(await runPipeline({ project, out, asOf: null, rehash: false }, effects)).toMatchObject({ outcome: 'published', problems: [] });
  const entries = async (audience: string): Promise<number> =>
    (JSON.parse(await readFile(`${out}/current/${audience}/data/changes.json`, 'utf8')) as ChangesFile).entries.length;
  return { public: await entries('public'), internal: await entries('internal') };
}

it('tells the public what has changed since a follow-up only once that is approved', async () => {
  const unapproved = await changesAfter('');
  const approved = await changesAfter(', approval: { by: KS, date: 2026-04-15, paragraph: § 1 }');
  expect(unapproved.internal).toBeGreaterThan(0);
  expect(unapproved.public).toBe(0);
  expect(approved.public).toBe(approved.internal);
});
