import { access, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import type { Publication } from '../../pipeline/publish/publication.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

const [A, B, C] = [idOf('a'), idOf('b'), idOf('c')];
const REPORT = { page: 'rapport/index.html', pdf: 'rapport/rapport.pdf', address: null };
const PAGE = '<p>Innehåll</p>';

/** Publishes with a browser that writes what it was given, and tells what it printed. */
async function publish(choices: Partial<Parameters<typeof aPublication>[0]> & { dist: string; id: string; page?: string }) {
  const printed: string[] = [];
  const print: Publication['print'] = async reports => {
    for (const { page, pdf } of reports) {
      printed.push(pdf.slice(pdf.indexOf('.tmp-')).split('/').slice(1).join('/'));
      await writeFile(pdf, `%PDF of ${await readFile(page, 'utf8')}`, { flag: 'wx' });
    }
  };
  const files = { [REPORT.page]: choices.page ?? PAGE };
  const toPrint = { public: [REPORT], internal: [REPORT] };
  await publishEdition(aPublication({ files, toPrint, print, ...choices }), realEffects());
  return printed;
}
const pdfOf = (dist: string, id: string): string => `${dist}/editions/${id}/public/${REPORT.pdf}`;
const inode = async (path: string): Promise<number> => (await stat(path)).ino;

describe('reports as PDF', () => {
  it('are printed from the pages as they lie in the tree, beside them and outside the manifest', async () => {
    const dist = await tempFolder();
    expect(await publish({ dist, id: A })).toEqual([`public/${REPORT.pdf}`, `internal/${REPORT.pdf}`]);
    expect(await readFile(pdfOf(dist, A), 'utf8')).toBe(`%PDF of ${PAGE}`);
    expect(await readFile(`${dist}/current/public/data/manifest.json`, 'utf8')).not.toContain('.pdf');
  });

  it('are those of the edition before where the same program made the same page there', async () => {
    const dist = await tempFolder();
    await publish({ dist, id: A });
    expect(await publish({ dist, id: B, before: A })).toEqual([]);
    expect(await inode(pdfOf(dist, B))).toBe(await inode(pdfOf(dist, A)));
    expect(await publish({ dist, id: C, before: B, page: '<p>Annat</p>' })).toHaveLength(2);
    expect(await readFile(pdfOf(dist, C), 'utf8')).toBe('%PDF of <p>Annat</p>');
  });

  it('are printed where the edition before has none', async () => {
    const dist = await tempFolder();
    await publish({ dist, id: A, toPrint: {} });
    expect(await publish({ dist, id: B, before: A })).toHaveLength(2);
  });

  it('of a follow-up lie with it in the tree that lists it', async () => {
    const dist = await tempFolder();
    await publish({ dist, id: A, followUp: '2026-T1' });
    const listed = [{ id: '2026-T1', edition: A, withdrawn: false }];
    await publish({ dist, id: B, toPrint: {}, followUps: { public: listed } });
    const under = `${dist}/current/public/uppfoljning/2026-T1/${REPORT.pdf}`;
    expect(await inode(under)).toBe(await inode(pdfOf(dist, A)));
  });

  it('that cannot be printed leave nothing behind, and say why', async () => {
    const dist = await tempFolder();
    const print = () => Promise.reject(new Error('no browser'));
    await expect(publish({ dist, id: A, print })).rejects.toThrow('no browser');
    expect(await readdir(`${dist}/editions`)).toEqual([]);
    await expect(access(`${dist}/current`)).rejects.toThrow('ENOENT');
  });
});
