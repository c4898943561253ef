import { describe, expect, it } from 'vitest';
import { keepBetweenLooks } from '../../pipeline/occasions/keeping.ts';
import type { EarlierTree } from '../../pipeline/words/stages.ts';
import { tempFolder } from '../temp-folder.ts';

describe('between looks at one project', () => {
  /** One look that asks for these trees; says which were read from disk. */
  async function looks(): Promise<(folders: readonly string[], fails?: boolean) => Promise<string[]>> {
    const { keep } = keepBetweenLooks();
    const state = await tempFolder();
    return async (folders, fails = false) => {
      const read: string[] = [];
      const kept = keep(state, { engine: 'e', versions: { node: '20', icu: '74', lockfile: 'l' } }, []);
      for (const folder of folders) {
        const tree = kept.tree(folder, () => {
          read.push(folder);
          return fails ? Promise.reject(new Error('torn')) : Promise.resolve({} as EarlierTree);
        });
        await tree.catch(() => undefined);
      }
      await kept.end();
      return read;
    };
  }

  it('an edition’s tree is read once, for as long as it is asked for', async () => {
    const look = await looks();
    expect(await look(['a', 'b'])).toEqual(['a', 'b']);
    expect(await look(['a'])).toEqual([]);
    expect(await look(['a', 'b'])).toEqual(['b']);
  });
  it('one that could not be read is read again', async () => {
    const look = await looks();
    expect(await look(['a'], true)).toEqual(['a']);
    expect(await look(['a'])).toEqual(['a']);
    expect(await look(['a'])).toEqual([]);
  });
});
