import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { auditFinding } from '../../pipeline/audit/audit-finding.ts';
import { editionBefore } from '../../pipeline/publish/current.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { writeTree } from '../audit/a-tree.ts';
import { writeTown } from '../audit/canary-town.ts';
import { effectsAt } from '../effects-at.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

/** What the audit finds in a tree whose hidden y is 40 − 37. */
async function leak(severity: 'warn' | 'hold-edition' = 'hold-edition') {
  const rows = [['2026', '*', 40], ['2026', 'x', 37], ['2026', 'y', '..']] as const; // prettier-ignore
  const tree = await writeTree({ metrics: [{ id: 'cases', dimensions: ['kind'], rows }] });
  return (await auditFinding(tree, 'public', severity))!;
}

it('says how many hidden numbers follow, how and in which rows, and never what they are', async () => {
  const finding = await leak();
  // The value and the population are one number.
  expect(finding).toMatchObject({ severity: 'hold-edition', metrics: ['cases'] });
  expect(findingText(finding)).toBe(
    '1 dolda tal följer av vad som visas (public: 1 determined), bland annat cases year period 2026-01-01 y',
  );
  expect(publicFindingText(finding)).toBe('Dolda tal följer av vad som visas');
});

it('holds an edition that gives hidden numbers away: readers see the one before, and nothing of it is left', async () => {
  const dist = await tempFolder();
  const before = idOf('a');
  await publishEdition(aPublication({ dist, id: before, files: {} }), realEffects());
  const found = await leak();
  const held = aPublication({ dist, id: idOf('b'), before, files: {}, found });
  expect(await publishEdition(held, realEffects())).toEqual([found]);
  expect(await readdir(join(dist, 'editions'))).toEqual([before]);
  expect(await editionBefore(dist)).toBe(before);
});

it('publishes it where the municipality is to be warned', async () => {
  const dist = await tempFolder();
  const found = await leak('warn');
  const warned = aPublication({ dist, id: idOf('b'), files: {}, found });
  expect(await publishEdition(warned, realEffects())).toEqual([found]);
  expect(await editionBefore(dist)).toBe(idOf('b'));
});

/** Runs a town in which one metric shows what another hides: the same facts, written otherwise. `said`: what `malbild.yaml` says beside. */
async function runLeaking(said: string) {
  const project = await writeTown();
  const rewrite = async (path: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(project, path), change(await readFile(join(project, path), 'utf8')));
  await rewrite('malbild.yaml', text => text.replace(/^reports:.*$/m, said));
  await rewrite('sources/aid/source.yaml', text => text.replace(', personal: drop', ''));
  const aid = await readFile(join(project, 'sql/metrics/aid.sql'), 'utf8');
  const run = () =>
    runPipeline({ project, out: join(project, 'dist'), asOf: null, rehash: false }, effectsAt(new Date('2027-01-15T09:00:00Z')));
  const first = await run();
  await writeFile(
    join(project, 'sql/metrics/once-more.sql'),
    aid.replace('id: aid', 'id: once-more').replace(/^population:.*\n/m, '') + '-- once more\n',
  );
  const status = async () =>
    JSON.parse(await readFile(join(project, 'dist/current/internal/status.json'), 'utf8')) as { failures: unknown[] };
  return { first, second: await run(), current: await editionBefore(join(project, 'dist')), status: await status() };
}

it('a run holds an edition that gives hidden numbers away, and says so; readers see the one before', async () => {
  const { first, second, current, status } = await runLeaking('');
  expect(first).toMatchObject({ outcome: 'published', problems: [] });
  expect(second.outcome).toBe('held');
  expect(second.findings.filter(({ code }) => code === 'hidden-follows').map(({ details }) => details.audience)).toEqual([
    'public',
    'internal',
  ]);
  expect(current).toBe(first.edition);
  expect(status.failures).toMatchObject([{ message: expect.stringContaining('hidden-follows') }]);
});

it('and publishes it where the municipality has chosen to be warned', async () => {
  const { second, current } = await runLeaking('audit: warn');
  expect(second).toMatchObject({ outcome: 'published', problems: [] });
  expect(second.findings).toContainEqual(expect.objectContaining({ code: 'hidden-follows', severity: 'warn' }));
  expect(current).toBe(second.edition);
});
