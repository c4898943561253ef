import { buffer } from 'node:stream/consumers';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../../pipeline/load/packed/open-zip.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MEGABYTE = 1_000_000;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const generateInto = (folder: string) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'demonstration/generate.ts'), folder], { cwd: root });

/** A workbook's parts, one after the other: how they are packed is up to Node's zlib. */
async function contentOf(path: string): Promise<Buffer> {
  if (!path.endsWith('.xlsx')) return readFile(path);
  const zip = await openZip(path);
  const parts = [];
  for (const file of zip.files) parts.push(Buffer.from(file.name), await buffer(zip.read(file)));
  zip.close();
  return Buffer.concat(parts);
}

describe('the invented extracts of the demonstration', () => {
  let folder: string;
  let again: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'malbild-demonstration-'));
    again = await mkdtemp(join(tmpdir(), 'malbild-demonstration-'));
    await generateInto(folder);
    await generateInto(again);
  });
  afterAll(() => Promise.all([folder, again].map(each => rm(each, { recursive: true, force: true }))));

  async function differing(paths: string[], other: (path: string) => string, read: (path: string) => Promise<Buffer>): Promise<string[]> {
    const found = [];
    for (const path of paths) if (!(await read(join(folder, path))).equals(await read(other(path)))) found.push(path);
    return found;
  }

  it('are the same bytes when they are written again', async () => {
    expect(filesIn(again)).toEqual(filesIn(folder));
    expect(await differing(filesIn(folder), path => join(again, path), readFile)).toEqual([]);
  });

  it('are what lies in sources/, and nothing else lies in their folders', async () => {
    const sources = join(root, 'sources');
    const committed = filesIn(sources).filter(path => readdirSync(folder).includes(path.split('/')[0]!) && path.includes('/in/'));
    expect(filesIn(folder)).toEqual(committed);
    expect(await differing(committed, path => join(sources, path), contentOf)).toEqual([]);
  });

  it('and all the rest that lies in sources/ take 10 MB at most, and no file more than 5', async () => {
    const sizes = await Promise.all(filesIn(join(root, 'sources')).map(async path => (await stat(join(root, 'sources', path))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10 * MEGABYTE);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5 * MEGABYTE);
  });
});
