import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { editionBefore } from '../../pipeline/publish/current.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { readTree } from '../../pipeline/publish/read-tree.ts';
import { finishWithdrawals } from '../../pipeline/publish/withdrawn.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';
import { checkDist } from './check-dist.ts';

const [A, B, C] = [idOf('a'), idOf('b'), idOf('c')];
const ROOT = `${import.meta.dirname}/../..`;

async function inChild(
  dist: string,
  choices: object,
  shell = '',
): Promise<{ signal: string | null; status: number | null; stdout: string }> {
  await writeFile(`${dist}/choices.json`, JSON.stringify({ dist, ...choices }));
  const node = `exec "${process.execPath}" --import tsx test/publish/publish-child.ts "${dist}/choices.json"`;
  const { signal, status, stdout } = spawnSync('bash', ['-c', `${shell}${node}`], { cwd: ROOT, encoding: 'utf8' });
  return { signal, status, stdout };
}

/** A dist with a first edition, and the second one's publication as a child is told it. */
async function published(): Promise<{ dist: string; second: object }> {
  const dist = await tempFolder();
  await publishEdition(aPublication({ dist, id: A, files: { 'index.html': 'ett @@edition@@', 'data/a.csv': '1' } }), realEffects());
  return { dist, second: { id: B, before: A, files: { 'index.html': 'två @@edition@@', 'data/a.csv': '1' } } };
}

const expectWhole = async (dist: string, edition: string, page: string): Promise<void> => {
  expect(await editionBefore(dist)).toBe(edition);
  for (const audience of ['public', 'internal']) {
    expect(await readFile(`${dist}/current/${audience}/index.html`, 'utf8')).toBe(`${page} ${edition}`);
    expect((await readTree(`${dist}/current/${audience}`)).edition).toBe(edition);
  }
};

describe('a run that is killed', () => {
  it.each(['publish.write public', 'publish.write internal', 'publish.audit public', 'publish.fsync', 'publish.name', 'publish.link'])(
    'at %s leaves readers the last good edition, and the next run succeeds',
    async die => {
      const { dist, second } = await published();
      expect((await inChild(dist, { ...second, die })).signal).toBe('SIGKILL');
      await expectWhole(dist, A, 'ett');
      expect((await inChild(dist, { ...second, die: null })).status).toBe(0);
      await expectWhole(dist, B, 'två');
      expect(await readdir(`${dist}/editions`)).toEqual([A, B]);
    },
  );

  it('leaves nothing behind once another edition has been published', async () => {
    const { dist, second } = await published();
    await inChild(dist, { ...second, die: 'publish.fsync' });
    expect((await readdir(`${dist}/editions`)).filter(name => name.startsWith('.tmp-'))).toHaveLength(1);
    await publishEdition(aPublication({ dist, id: C, before: A, files: {} }), realEffects());
    expect(await readdir(`${dist}/editions`)).toEqual([A, C]);
  });
});

describe('a withdrawal that is killed', () => {
  it.each([
    ['withdraw.record', 'whole'],
    ['withdraw.edition', 'withdrawn'],
  ])('at %s leaves the edition whole, and once that is recorded the next run takes it away', async (die, after) => {
    const { dist } = await published();
    const withdraw = { edition: A, as_of: '2026-10-15', follow_up: null, date: '2026-11-22', by: 'KS', reason: 'fel' };
    expect((await inChild(dist, { withdraw, die })).signal).toBe('SIGKILL');
    expect(await checkDist(dist)).toMatchObject({ sees: 'whole', faults: [] });
    await finishWithdrawals(dist, realEffects());
    expect(await checkDist(dist)).toMatchObject({ sees: after, faults: [] });
  });
});

describe('a disk that takes no more', () => {
  it('is told in a sentence; the last good edition stays, whole, and the half one goes', async () => {
    const { dist, second } = await published();
    const large = { ...second, files: { 'index.html': 'x'.repeat(200_000) }, die: null };
    // The largest file that the child may write: 64 blocks of 1 KiB.
    const { status, stdout } = await inChild(dist, large, 'ulimit -f 64; ');
    expect(status).toBe(1);
    expect(stdout).toContain(`ExpectedError: edition ${B} was not published, readers see the edition before: a file is larger`);
    await expectWhole(dist, A, 'ett');
    expect(await readdir(`${dist}/editions`)).toEqual([A]);
  });
});
