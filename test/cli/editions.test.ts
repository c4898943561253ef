import { appendFile, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import type { SeriesFile } from '../../pipeline/contract/series.ts';
import { editionBefore, followUpEditions } from '../../pipeline/publish/current.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { retireEditions } from '../../pipeline/publish/retire-editions.ts';
import { aPublication, idOf } from '../publish/a-publication.ts';
import { tempFolder } from '../temp-folder.ts';
import { aProject, aWorld } from './a-world.ts';

const [A, B, C, F] = [idOf('a'), idOf('b'), idOf('c'), idOf('f')];
const HEADER = 'metric,grain,window,period_start,period_end,organisation,value,numerator,denominator,population,flag,marks';
const csv = (...values: readonly [month: string, member: string, value: string][]): string =>
  [
    HEADER,
    ...values.map(([m, who, v]) => `sick-leave,month,period,2026-${m}-01,2026-${m}-28,${who},${v},,,,${v === '' ? 'missing' : ''},`),
  ].join('\r\n');

/** A project with an edition, a follow-up's, and a later edition in which figures have moved, by more than noise and by less. */
async function aProjectWithEditions(): Promise<string> {
  const folder = await tempFolder();
  await writeFile(join(folder, 'malbild.yaml'), '');
  const dist = join(folder, 'dist');
  const then = {
    'index.html': 'x'.repeat(2000),
    'data/observations/sick-leave.csv': csv(['01', '*', '5.4'], ['02', '*', '6'], ['02', 'A', '7'], ['03', '*', '']),
  };
  const series: SeriesFile = {
    ...{
      metric: 'sick-leave',
      node: '*',
      dimensions: ['organisation'],
      members: [['*', 'A']],
      names: {},
      runs: [],
      judged: [],
      sentences: {},
    },
    revised: [
      ['month', 'period', '2026-01', '0', 5.4, '2026-delar', ['corrected', 'moved-unit']],
      ['month', 'period', '2026-02', '1', 7, '2026-T1', ['late-rows']],
    ],
  };
  const now = {
    'data/observations/sick-leave.csv': csv(['01', '*', '5.5'], ['02', '*', '6.0000001'], ['02', 'A', '8'], ['04', '*', '6.1']),
    'data/pages/sick-leave-b.json': JSON.stringify(series),
  };
  const publish = (choices: Omit<Parameters<typeof aPublication>[0], 'dist'>) =>
    publishEdition(aPublication({ dist, ...choices }), realEffects());
  await publish({ id: A, files: then, date: '2026-09-01' });
  await publish({ id: F, before: A, followUp: '2026-delar', files: then, date: '2026-09-25' });
  await publish({ id: B, before: A, files: now, json: { '*': 'data/pages/sick-leave-b.json' }, date: '2026-10-15' });
  return folder;
}

describe('editions', () => {
  it('lists those that are kept, the latest first, and which one readers see', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions());
    expect(await malbild('editions')).toBe(0);
    expect(said.out).toBe(
      `* ${B}  2026-10-15  1 metrics, 3 files\n  ${F}  2026-09-25  1 metrics, 3 files  2026-delar\n  ${A}  2026-09-01  1 metrics, 3 files\n` +
        '3 editions; * is the one that readers see\n',
    );
  });

  it('says that there is none', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'malbild.yaml'), '');
    const { malbild, said } = aWorld(folder);
    expect(await malbild('editions', '--json')).toBe(0);
    expect(JSON.parse(said.out)).toEqual({ editions: [], unreadable: [] });
  });
});

describe('rollback', () => {
  it('lets readers see an earlier edition, by the beginning of its id', async () => {
    const folder = await aProjectWithEditions();
    const { malbild, said } = aWorld(folder);
    expect(await malbild('rollback', 'aaa')).toBe(0);
    expect(await readlink(join(folder, 'dist/current'))).toBe(`editions/${A}`);
    expect(said.out).toBe(`readers see edition ${A} (2026-09-01) until the next run\n`);
  });

  it.each(['c', 'f'])('refuses %j, which begins the id of none, of several or of a follow-up’s edition', async asked => {
    const folder = await aProjectWithEditions();
    const { malbild, said } = aWorld(folder);
    expect(await malbild('rollback', asked)).toBe(1);
    expect(said.error).toContain(`rollback: '${asked}' begins the id of no edition, or of several; allowed: ${B} (2026-10-15), ${A}`);
    expect(await readlink(join(folder, 'dist/current'))).toBe(`editions/${B}`);
  });

  it('takes no empty beginning, which every edition has', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions());
    expect(await malbild('rollback', '')).toBe(2);
    expect(await malbild('withdraw', '', '--by', 'KS', '--reason', 'fel')).toBe(2);
    expect(said.error).toContain('withdraw: EDITION is missing');
  });

  it('is possible though another edition cannot be read, the current one too', async () => {
    const folder = await aProjectWithEditions();
    await writeFile(join(folder, 'dist/editions', B, 'internal/data/manifest.json'), '{"edition"');
    const { malbild, said } = aWorld(folder);
    expect(await malbild('editions')).toBe(0);
    expect(said.out).toMatch(new RegExp(`^\\* ${B}  an earlier edition cannot be read: .*manifest.json: .*\n  ${F} `));
    expect(await malbild('rollback', B)).toBe(1);
    expect(await malbild('rollback', A)).toBe(0);
    expect(await readlink(join(folder, 'dist/current'))).toBe(`editions/${A}`);
  });

  it.each(['data/goals.json', 'index.html.gz'])(
    'refuses an edition of which %s is another than was published, and readers see what they saw',
    async path => {
      const folder = await aProjectWithEditions();
      await appendFile(join(folder, 'dist/editions', A, 'public', path), 'x');
      const { malbild, said } = aWorld(folder);
      expect(await malbild('rollback', A)).toBe(1);
      expect(said.error).toContain(`public/${path} is not as it was published`);
      expect(await readlink(join(folder, 'dist/current'))).toBe(`editions/${B}`);
    },
  );
});

describe('withdraw', () => {
  const WHY = ['--by', 'Kommunstyrelsen', '--reason', 'Uppgifter om <enskilda>'];
  const readProject = () => Promise.resolve(aProject());
  const textOf = (folder: string, path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');

  it('takes away all of an edition, and says why in its place', async () => {
    const folder = await aProjectWithEditions();
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('withdraw', 'bbb', ...WHY)).toBe(0);
    expect(said.out).toContain('readers see that page until `malbild rollback` or the next run');
    for (const audience of ['public', 'internal']) {
      expect((await readdir(join(folder, 'dist/current', audience))).sort()).toEqual(['404.html', 'index.html']);
      expect(await textOf(folder, `current/${audience}/index.html`)).toMatch(
        /per 15 oktober 2026, är borttaget[^]*Varför: Uppgifter om &#60;enskilda&#62;[^]*Återkallad av Kommunstyrelsen den 22 november 2026/,
      );
    }
    expect(await editionBefore(join(folder, 'dist'))).toBeNull();
  });

  it('is told by `editions`, and cannot be rolled back to or withdrawn again', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions(), { readProject });
    await malbild('withdraw', A, ...WHY);
    expect(await malbild('rollback', A)).toBe(1);
    expect(await malbild('withdraw', A, ...WHY)).toBe(1);
    const why = `edition ${A} is withdrawn by Kommunstyrelsen 2026-11-22: Uppgifter om <enskilda>`;
    expect(said.error).toBe(`malbild: rollback: ${why}\nmalbild: withdraw: ${why}\n`);
    await malbild('editions');
    expect(said.out).toContain(`  ${A}  2026-09-01  withdrawn by Kommunstyrelsen 2026-11-22: Uppgifter om <enskilda>\n`);
  });

  it('takes a follow-up out of every tree that lists it, and those can still be rolled back to', async () => {
    const folder = await aProjectWithEditions();
    const dist = join(folder, 'dist');
    const followUps = { internal: [{ id: '2026-delar', edition: F, withdrawn: false }] };
    await publishEdition(aPublication({ dist, id: C, before: B, files: {}, date: '2026-11-01', followUps }), realEffects());
    await publishEdition(aPublication({ dist, id: idOf('d'), before: C, files: {}, date: '2026-11-02' }), realEffects());
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('withdraw', F, ...WHY)).toBe(0);
    expect((await readdir(join(dist, 'editions', C, 'internal/uppfoljning/2026-delar'))).sort()).toEqual(['404.html', 'index.html']);
    expect(await textOf(folder, `editions/${C}/internal/uppfoljning/2026-delar/index.html`)).toContain('Uppföljningen är återkallad');
    expect(await followUpEditions(dist)).toEqual(new Map());
    expect(await malbild('rollback', C)).toBe(0);
    expect(said.error).toBe('');
    const left = { internal: [{ id: '2026-delar', edition: F, withdrawn: true }] };
    await publishEdition(aPublication({ dist, id: idOf('e'), before: C, files: {}, followUps: left }), realEffects());
    expect(await readdir(join(dist, 'current/internal/uppfoljning/2026-delar'))).toEqual(['index.html']);
  });

  it('needs who and why', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions(), { readProject });
    expect(await malbild('withdraw', A, '--by', 'KS')).toBe(2);
    expect(said.error).toContain('--by and --reason are both needed');
  });
});

describe('editions whose time has passed', () => {
  it('are removed by their day; never the current one, the one before it, a follow-up’s, or what a withdrawn one left', async () => {
    const folder = await aProjectWithEditions();
    const dist = join(folder, 'dist');
    for (const [id, before] of [
      [C, B],
      [idOf('d'), C],
    ] as const)
      await publishEdition(aPublication({ dist, id, before, files: {}, date: '2026-11-01' }), realEffects());
    await aWorld(folder, { readProject: () => Promise.resolve(aProject()) }).malbild('withdraw', B, '--by', 'KS', '--reason', 'fel');
    await retireEditions(dist, 2, '2026-11-01', realEffects());
    expect((await readdir(join(dist, 'editions'))).sort()).toEqual([A, B, C, idOf('d'), F]);
    await retireEditions(dist, 2, '2026-11-02', realEffects());
    expect((await readdir(join(dist, 'editions'))).sort()).toEqual([B, C, idOf('d'), F]);
    await retireEditions(dist, 1, '2028-01-01', realEffects());
    expect((await readdir(join(dist, 'editions'))).sort()).toEqual([B, C, idOf('d'), F]);
  });
});

it('an edition that cannot be read is left where it is when others have had their time', async () => {
  const folder = await aProjectWithEditions();
  const dist = join(folder, 'dist');
  await publishEdition(aPublication({ dist, id: C, before: B, files: {}, date: '2026-11-01' }), realEffects());
  await writeFile(join(dist, 'editions', A, 'public/data/manifest.json'), '');
  await retireEditions(dist, 1, '2028-01-01', realEffects());
  expect((await readdir(join(dist, 'editions'))).sort()).toEqual([A, B, C, F]);
});

describe('reported', () => {
  it('shows the whole as it was reported and as it is; noise is no revision', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions());
    expect(await malbild('reported', '2026-delar', 'sick-leave')).toBe(0);
    expect(said.out.replace(/ +/g, ' ')).toBe(
      'Sjukfrånvaro: as 2026-delar reported it on 2026-09-25, and as it is on 2026-10-15\n' +
        'januari 2026 5,4 5,5 revised: a later delivery took the place of the one that counted, a unit that has moved\nfebruari 2026 6,0 6,0\nmars 2026 missing \napril 2026 6,1\n5 figures in all members, 2 revised\n',
    );
  });

  it('has every row as JSON, with causes where what is published gives them since that follow-up', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions());
    expect(await malbild('reported', '2026-delar', 'sick-leave', '--json')).toBe(0);
    const { figures } = JSON.parse(said.out) as {
      figures: { then: { value: number } | null; now: { value: number } | null; revised: boolean; causes: string[] | null }[];
    };
    expect(figures.map(({ then, now, revised, causes }) => [then?.value, now?.value, revised, causes])).toEqual([
      [5.4, 5.5, true, ['corrected', 'moved-unit']],
      [6, 6.0000001, false, null],
      [7, 8, true, null],
      [null, undefined, false, null],
      [undefined, 6.1, false, null],
    ]);
  });

  it('names the follow-ups and metrics that there are', async () => {
    const { malbild, said } = aWorld(await aProjectWithEditions());
    expect(await malbild('reported', '2026-T1', 'sick-leave')).toBe(1);
    expect(await malbild('reported', '2026-delar', 'merit')).toBe(1);
    expect(said.error).toContain("there is no edition of a follow-up '2026-T1'; allowed: 2026-delar");
    expect(said.error).toContain("2026-delar has no metric 'merit' for the public audience; allowed: sick-leave");
  });
});
