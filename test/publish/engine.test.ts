import { mkdir, rename, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { digestSources, engineDigest, versions } from '../../pipeline/publish/engine.ts';
import { tempFolder } from '../temp-folder.ts';

describe('engineDigest', () => {
  it('is of the sources, when the sources run', () => {
    expect(engineDigest()).toBe(digestSources(`${import.meta.dirname}/../..`));
  });

  it('changes with a file, with its name, and with nothing outside pipeline/ and dashboards/', async () => {
    const root = await tempFolder();
    for (const folder of ['pipeline/words', 'dashboards', 'test']) await mkdir(`${root}/${folder}`, { recursive: true });
    await writeFile(`${root}/pipeline/words/a.ts`, 'a');
    const first = digestSources(root);
    await writeFile(`${root}/test/b.ts`, 'b');
    expect(digestSources(`${root}/`)).toBe(first);
    await writeFile(`${root}/pipeline/words/a.ts`, 'aa');
    const second = digestSources(root);
    await rename(`${root}/pipeline/words/a.ts`, `${root}/dashboards/a.ts`);
    expect(new Set([first, second, digestSources(root)]).size).toBe(3);
  });
});

it('versions names Node, ICU and the lockfile', () => {
  expect(versions()).toEqual({
    node: process.versions.node,
    icu: process.versions.icu,
    lockfile: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});
