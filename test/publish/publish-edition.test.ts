import { createHash } from 'node:crypto';
import { access, appendFile, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { rollBack } from '../../pipeline/editions/roll-back.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { editionBefore, followUpEditions } from '../../pipeline/publish/current.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { relinkFollowUps } from '../../pipeline/publish/relink-follow-ups.ts';
import { readStatus, writeStatus } from '../../pipeline/publish/status-file.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

const [A, B, C, D] = [idOf('a'), idOf('b'), idOf('c'), idOf('d')];
const PAGE = '<p>Innehåll</p><footer>Utgåva @@edition@@, @@edition-date@@</footer>';

const publish = async (choices: Parameters<typeof aPublication>[0]): Promise<string> => {
  await publishEdition(aPublication(choices), realEffects());
  return `${choices.dist}/editions/${choices.id}/public`;
};
const text = (path: string): Promise<string> => readFile(path, 'utf8');
const inode = async (path: string): Promise<number> => (await stat(path)).ino;
const manifestOf = async (tree: string): Promise<Manifest> => JSON.parse(await text(`${tree}/data/manifest.json`)) as Manifest;
const filesOf = async (tree: string): Promise<string[]> => {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  return entries.flatMap(entry => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`.slice(tree.length + 1)] : [])).sort();
};

describe('publishEdition', () => {
  it('publishes a complete tree for each audience, and then moves current', async () => {
    const dist = await tempFolder();
    const tree = await publish({ dist, id: A, files: { 'index.html': PAGE, 'mal/2026/KF1/index.html': PAGE } });
    expect(await readlink(`${dist}/current`)).toBe(`editions/${A}`);
    expect(await editionBefore(dist)).toBe(A);
    for (const audience of ['public', 'internal'])
      expect(await filesOf(`${dist}/current/${audience}`)).toEqual([
        'data/goals.json',
        'data/manifest.json',
        'index.html',
        'mal/2026/KF1/index.html',
        'status.js',
        'status.json',
      ]);
    expect(await text(`${tree}/index.html`)).toBe(`<p>Innehåll</p><footer>Utgåva ${A}, 15 oktober 2026</footer>`);
  });

  it('lists every file of the tree in its manifest but itself and the status, with sha256 and bytes', async () => {
    const dist = await tempFolder();
    const tree = await publish({ dist, id: A, files: { 'index.html': PAGE, 'data/observations/sick-leave.csv': 'metric\n' } });
    const { files } = await manifestOf(tree);
    const outside = ['data/manifest.json', 'status.json', 'status.js'];
    expect(files.map(file => file.path)).toEqual((await filesOf(tree)).filter(path => !outside.includes(path)));
    for (const { path, sha256, bytes } of files) {
      const found = await readFile(`${tree}/${path}`);
      expect({ sha256, bytes }).toEqual({ sha256: createHash('sha256').update(found).digest('hex'), bytes: found.length });
    }
  });

  it('takes over what it is told is the same, and lists it', async () => {
    const dist = await tempFolder();
    const first = await publish({ dist, id: A, files: { 'index.html': PAGE, 'data/a.csv': '1\n' } });
    const next = aPublication({ dist, id: B, before: A, files: { 'data/b.csv': '2\n' } });
    const { public: shown, internal } = next.trees;
    const same = ['index.html', 'data/a.csv'];
    const files = same.map(path => ({ path }));
    await publishEdition({ ...next, trees: { public: { ...shown, same: files }, internal: { ...internal, same: files } } }, realEffects());
    const second = `${dist}/editions/${B}/public`;
    for (const path of same) expect(await inode(`${second}/${path}`)).toBe(await inode(`${first}/${path}`));
    const [before, now] = [await manifestOf(first), await manifestOf(second)];
    for (const path of same) expect(now.files.find(file => file.path === path)).toEqual(before.files.find(file => file.path === path));
  });

  it('links to what has not changed, and never changes the edition before', async () => {
    const dist = await tempFolder();
    const first = await publish({ dist, id: A, files: { 'data/same.csv': '1\n', 'data/other.csv': '1\n' } });
    const second = await publish({ dist, id: B, before: A, files: { 'data/same.csv': '1\n', 'data/other.csv': '2\n' } });
    expect(await inode(`${second}/data/same.csv`)).toBe(await inode(`${first}/data/same.csv`));
    expect(await text(`${first}/data/other.csv`)).toBe('1\n');
    expect(await text(`${second}/data/other.csv`)).toBe('2\n');
    expect(await inode(`${second}/status.json`)).not.toBe(await inode(`${first}/status.json`));
    expect(await editionBefore(dist)).toBe(B);
  });

  it('prints on a page the edition in which its content last changed', async () => {
    const dist = await tempFolder();
    const first = await publish({ dist, id: A, date: '2026-09-01', files: { 'index.html': PAGE, 'om/index.html': PAGE } });
    const changed = PAGE.replace('Innehåll', 'Nytt');
    const second = await publish({ dist, id: B, before: A, date: '2026-10-01', files: { 'index.html': changed, 'om/index.html': PAGE } });
    const third = await publish({ dist, id: C, before: B, date: '2026-11-01', files: { 'index.html': changed, 'om/index.html': PAGE } });
    expect(await text(`${third}/om/index.html`)).toContain(`${A}, 1 september 2026`);
    expect(await text(`${third}/index.html`)).toContain(`${B}, 1 oktober 2026`);
    expect(await inode(`${third}/om/index.html`)).toBe(await inode(`${first}/om/index.html`));
    expect(await inode(`${third}/index.html`)).toBe(await inode(`${second}/index.html`));
  });

  it('keeps the hashed names of the edition before valid, for one edition', async () => {
    const dist = await tempFolder();
    const version = (n: number) => ({
      files: {
        'index.html': `<script src="assets/site-${n}.js"></script>`,
        [`assets/site-${n}.js`]: `import("./drill-${n}.js")`,
        [`assets/drill-${n}.js`]: String(n),
        [`data/pages/sick-leave-${n}.json`]: String(n),
        [`data/explore/sick-leave-${n}.arrow`]: String(n),
      },
      json: { '*': `data/pages/sick-leave-${n}.json` },
      explore: `data/explore/sick-leave-${n}.arrow`,
    });
    const hashed = async (tree: string) => (await manifestOf(tree)).files.map(file => file.path).filter(path => /-\d\./.test(path));
    const names = (n: number) => [
      `assets/drill-${n}.js`,
      `assets/site-${n}.js`,
      `data/explore/sick-leave-${n}.arrow`,
      `data/pages/sick-leave-${n}.json`,
    ];
    await publish({ dist, id: A, ...version(1) });
    const second = await publish({ dist, id: B, before: A, ...version(2) });
    expect(await hashed(second)).toEqual([...names(1), ...names(2)].sort());
    expect(await text(`${second}/data/pages/sick-leave-1.json`)).toBe('1');
    const third = await publish({ dist, id: C, before: B, ...version(3) });
    expect(await hashed(third)).toEqual([...names(2), ...names(3)].sort());
  });

  it('hands on no file of the edition before that is gone or damaged, and makes pages anew', async () => {
    const dist = await tempFolder();
    const version = (n: number) => ({
      files: {
        'index.html': `<script src="assets/site-${n}.js"></script>`,
        'om/index.html': PAGE,
        [`assets/site-${n}.js`]: String(n),
        [`data/pages/sick-leave-${n}.json`]: String(n),
      },
      json: { '*': `data/pages/sick-leave-${n}.json` },
    });
    const first = await publish({ dist, id: A, ...version(1) });
    for (const path of ['om/index.html', 'index.html']) await rm(`${first}/${path}`);
    await appendFile(`${first}/data/pages/sick-leave-1.json`, 'x');
    const second = await publish({ dist, id: B, before: A, ...version(2) });
    expect(await text(`${second}/om/index.html`)).toContain(B);
    expect(await filesOf(second)).not.toContain('data/pages/sick-leave-1.json');
    await rollBack(dist, B);
  });

  it('finds a follow-up’s edition again whose link is lost, unless several say that they are it', async () => {
    const dist = await tempFolder();
    await publish({ dist, id: A, followUp: '2026-T1', files: {} });
    await publish({ dist, id: B, before: A, files: {} });
    await rm(`${dist}/follow-ups`, { recursive: true });
    expect(await relinkFollowUps(dist, ['2026-T2'], realEffects())).toEqual(new Map());
    expect(await relinkFollowUps(dist, ['2026-T1', '2026-T2'], realEffects())).toEqual(new Map([['2026-T1', A]]));
    expect(await followUpEditions(dist)).toEqual(new Map([['2026-T1', A]]));
    await publish({ dist, id: C, followUp: '2026-T1', files: {} });
    expect(await relinkFollowUps(dist, ['2026-T1'], realEffects())).toEqual(new Map());
  });

  it('names the file of a follow-up that is gone', async () => {
    const dist = await tempFolder();
    const own = await publish({ dist, id: A, followUp: '2026-T1', files: { 'index.html': PAGE } });
    await rm(`${own}/index.html`);
    const listed = [{ id: '2026-T1', edition: A, withdrawn: false }];
    const listing = aPublication({ dist, id: B, files: {}, followUps: { public: listed } });
    await expect(publishEdition(listing, realEffects())).rejects.toThrow(`an earlier edition cannot be read: ${own}/index.html is missing`);
  });

  it('points again at an edition whose status is then that of now', async () => {
    const dist = await tempFolder();
    const tree = await publish({ dist, id: A, files: {} });
    const now = await text(`${tree}/status.json`);
    await publish({ dist, id: B, before: A, files: {} });
    await writeStatus(tree, { ...(await readStatus(tree, A)), running: true, due: '2026-01-01T00:00:00Z' });
    await publish({ dist, id: A, files: {} });
    expect(await text(`${tree}/status.json`)).toBe(now);
  });

  it('points again at an edition that has been damaged since only once it is whole', async () => {
    const dist = await tempFolder();
    const files = { 'index.html': PAGE, 'om/index.html': PAGE, 'data/a.csv': '1\n'.repeat(1000) };
    const tree = await publish({ dist, id: A, files });
    await publish({ dist, id: B, before: A, files: {} });
    const whole = await inode(`${tree}/om/index.html`);
    await rm(`${tree}/index.html`);
    await appendFile(`${tree}/data/a.csv`, '2\n');
    await writeFile(`${tree.replace('public', 'internal')}/data/manifest.json`, '{');
    await publish({ dist, id: A, files });
    expect(await editionBefore(dist)).toBe(A);
    expect(await inode(`${tree}/om/index.html`)).toBe(whole);
    await rollBack(dist, A);
  });

  it('publishes a follow-up beside, and shows it in the trees that list it', async () => {
    const dist = await tempFolder();
    const own = await publish({ dist, id: A, followUp: '2026-T1', files: { 'index.html': PAGE } });
    expect(await editionBefore(dist)).toBeNull();
    expect(await followUpEditions(dist)).toEqual(new Map([['2026-T1', A]]));
    const listed = [{ id: '2026-T1', edition: A, withdrawn: false }];
    const tree = await publish({ dist, id: B, before: A, files: { 'index.html': PAGE }, followUps: { internal: listed } });
    expect(await filesOf(tree)).not.toContain('uppfoljning/2026-T1/index.html');
    const internal = tree.replace('public', 'internal');
    for (const path of await filesOf(own))
      expect(await inode(`${internal}/uppfoljning/2026-T1/${path}`)).toBe(await inode(`${own.replace('public', 'internal')}/${path}`));
    expect((await manifestOf(`${internal}/uppfoljning/2026-T1`)).follow_up).toBe('2026-T1');
    const paths = (await manifestOf(internal)).files.map(file => file.path);
    expect(paths).toContain('uppfoljning/2026-T1/index.html');
    expect(paths).toContain('uppfoljning/2026-T1/data/manifest.json');
    expect(paths.filter(path => path.includes('status'))).toEqual([]);
  });

  it('points again at an edition that is there and is the same', async () => {
    const dist = await tempFolder();
    const files = { 'index.html': PAGE };
    const tree = await publish({ dist, id: A, files });
    const before = await inode(`${tree}/index.html`);
    await publish({ dist, id: B, before: A, files: {} });
    await publish({ dist, id: A, files });
    expect(await editionBefore(dist)).toBe(A);
    expect(await inode(`${tree}/index.html`)).toBe(before);
    expect(await readdir(`${dist}/editions`)).toEqual([A, B]);
  });

  it('stops where the same inputs gave other bytes, naming the file; what is there stays', async () => {
    const dist = await tempFolder();
    const tree = await publish({ dist, id: A, files: { 'data/a.csv': '1' } });
    await expect(publish({ dist, id: A, files: { 'data/a.csv': '2' } })).rejects.toThrow(/data\/a\.csv differs/);
    expect(await text(`${tree}/data/a.csv`)).toBe('1');
    expect(await readdir(`${dist}/editions`)).toEqual([A]);
  });

  it.each([
    '../outside.html',
    'a//b.html',
    '/a.html',
    'a\\b.html',
    '.hidden',
    'status.json',
    'data/manifest.json',
    'uppfoljning/x/index.html',
  ])('publishes nothing where a file would be called %s', async path => {
    const dist = await tempFolder();
    await publish({ dist, id: A, files: {} });
    await expect(publish({ dist, id: B, before: A, files: { [path]: 'x' } })).rejects.toThrow(/may not be called/);
    expect(await editionBefore(dist)).toBe(A);
    expect(await readdir(`${dist}/editions`)).toEqual([A]);
  });

  it('says what is wrong where the edition before is broken, and leaves current alone', async () => {
    const dist = await tempFolder();
    const tree = await publish({ dist, id: A, files: {} });
    await writeFile(`${tree}/data/manifest.json`, '{"edition":');
    await expect(publish({ dist, id: D, before: A, files: {} })).rejects.toThrow(/data\/manifest\.json/);
    await expect(access(`${dist}/editions/${D}`)).rejects.toThrow();
  });
});

it('editionBefore is null where current points at nothing', async () => {
  const dist = await tempFolder();
  expect(await editionBefore(dist)).toBeNull();
  expect(await followUpEditions(dist)).toEqual(new Map());
});
