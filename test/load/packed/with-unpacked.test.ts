import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { LIMITS } from '../../../pipeline/load/packed/limits.ts';
import type { Limits } from '../../../pipeline/load/packed/limits.ts';
import { packingOf, withUnpacked } from '../../../pipeline/load/packed/with-unpacked.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import type { Warehouse } from '../../../pipeline/words/stages.ts';
import { zipOf } from '../../../demonstration/write-zip.ts';
import { casesTried } from '../../cases-tried.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-packed-'));
const spill = join(folder, 'spill');
const path = join(folder, 'extract');
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(spill);
});
afterAll(() => {
  warehouse.closeSync();
  rmSync(folder, { recursive: true });
});

/** What is read of an extract of that name: its text, or its fault's code and details. Nothing may be left in the spill folder. */
async function unpack(name: string, bytes: Buffer, { entry = null, ...limits }: Partial<Limits> & { entry?: string | null } = {}) {
  await writeFile(path, bytes);
  try {
    const unpacked = await withUnpacked({ name, path, sha256: 'ab12' }, entry, warehouse, readFile, { ...LIMITS, ...limits });
    return unpacked.toString('utf8');
  } catch (error) {
    if (!(error instanceof BrokenExtract)) throw error;
    return { code: error.faults[0]!.code, ...error.faults[0]!.details };
  } finally {
    expect(await readdir(spill).catch(() => [])).toEqual([]);
  }
}
const broken = (why: string) => ({ code: 'archive', why });

it.each([
  ['a.csv.gz', 'gz'],
  ['A.CSV.GZ', 'gz'],
  ['in/a.zip', 'zip'],
  ['a.csv', null],
  ['a.gz.csv', null],
  ['gz', null],
])('the name %s says %s', (name, packing) => expect(packingOf(name)).toBe(packing));

it('a file that is not packed is read where it lies', async () => {
  await writeFile(path, 'x');
  expect(await withUnpacked({ name: 'a.csv', path, sha256: 'ab12' }, null, warehouse, async file => file)).toBe(path);
});

it('what reading throws is thrown on, and nothing is left', async () => {
  await writeFile(path, gzipSync('x'));
  const read = () => Promise.reject(new Error('read'));
  await expect(withUnpacked({ name: 'a.gz', path, sha256: 'ab12' }, null, warehouse, read)).rejects.toThrow('read');
  expect(await readdir(spill)).toEqual([]);
});

it.each([
  ['whole', gzipSync('x')],
  ['damaged', Buffer.alloc(0)],
])('a disk that cannot be written is no fault of the delivery, %s as it is', async (_, bytes) => {
  await mkdir(join(spill, 'ab12.unpacked'), { recursive: true });
  await writeFile(path, bytes);
  await expect(withUnpacked({ name: 'a.gz', path, sha256: 'ab12' }, null, warehouse, readFile)).rejects.toThrow('EISDIR');
  rmSync(spill, { recursive: true });
});

describe('.gz', () => {
  /** A member of exactly so many bytes, so that the next begins where a read ends. */
  const memberOf = (bytes: number): Buffer => {
    for (let size = bytes - 60; ; size++) {
      const member = gzipSync(
        randomBytes(size).map(byte => byte & 127),
        { level: 0 },
      );
      if (member.length === bytes) return member;
    }
  };

  it('is unpacked, all its members as one', async () => {
    expect(await unpack('a.csv.gz', gzipSync('åäö\n'))).toBe('åäö\n');
    expect(await unpack('a.csv.gz', Buffer.concat([gzipSync('a\n'), gzipSync(''), gzipSync('b\n')]))).toBe('a\nb\n');
    expect(await unpack('a.csv.gz', Buffer.concat([memberOf(65536), gzipSync('end\n')]))).toMatch(/end\n$/);
  });

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is text', Buffer.from('a;b\n1;2\n')],
    ['is cut short', gzipSync('a;b\n1;2\n').subarray(0, -5)],
    ['is followed by text', Buffer.concat([gzipSync('a'), Buffer.from('b')])],
    ['is followed by zeros and more', Buffer.concat([gzipSync('a'), Buffer.alloc(3), gzipSync('b')])],
    ['is followed by zeros and more, where a read ends', Buffer.concat([memberOf(65536), Buffer.alloc(3), gzipSync('b')])],
    ['has another checksum', Buffer.concat([gzipSync('aaaa').subarray(0, -8), Buffer.alloc(4, 7), gzipSync('aaaa').subarray(-4)])],
  ])('that %s is damaged', async (_, bytes) => expect(await unpack('a.gz', bytes)).toEqual(broken('damaged')));

  it('that bursts is stopped, by size or by how much it grows', async () => {
    const zeros = gzipSync(Buffer.alloc(3_000_000));
    expect(await unpack('a.gz', zeros, { bytes: 2_999_999 })).toEqual(broken('too-large'));
    expect(await unpack('a.gz', zeros, { ratioFrom: 1_000_000 })).toEqual(broken('too-large'));
    expect(await unpack('a.gz', gzipSync(Buffer.alloc(110 * 1024 ** 2)))).toEqual(broken('too-large'));
    expect(await unpack('a.gz', gzipSync('a'.repeat(3_000_000)))).toHaveLength(3_000_000);
  });
});

describe('.zip', () => {
  it('is unpacked where it has one file, whatever folders and hidden files there are', async () => {
    const files = { 'ut/': '', 'ut/a.csv': 'å\n', '__MACOSX/ut/._a.csv': 'x', '.DS_Store': 'x', 'ut/.git/config': 'x' };
    expect(await unpack('a.zip', await zipOf(files))).toBe('å\n');
  });

  it('names what it has where there is not one', async () => {
    const fault = { code: 'archive-entry', entry: '' };
    expect(await unpack('a.zip', await zipOf({ 'a.csv': '1', 'ut/b.csv': '2' }))).toEqual({ ...fault, files: 'a.csv, ut/b.csv' });
    expect(await unpack('a.zip', await zipOf({ 'ut/': '' }))).toEqual({ ...fault, files: '' });
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}a.csv`, '']));
    expect(await unpack('a.zip', await zipOf(many))).toMatchObject({ files: expect.stringMatching(/^0a.csv.*9a.csv, …$/) as string });
  });

  it.each([
    ['*.csv', 'ut/a.csv'],
    ['a.???', 'ut/a.csv'],
    ['ut/*.csv', 'ut/a.csv'],
    ['**/a.csv', 'ut/a.csv'],
    ['b.txt', 'b.txt'],
    ['**/*.txt', 'b.txt'],
  ])('%s is the one file %s', async (entry, name) => {
    expect(await unpack('a.zip', await zipOf({ 'ut/a.csv': 'ut/a.csv', 'b.txt': 'b.txt' }), { entry })).toBe(name);
  });

  it.each(['*', '*.xml', '*/b.txt', 'a.csv?', 'A.CSV', 'a[.]csv'])('%s is not exactly one file', async entry => {
    const files = await zipOf({ 'ut/a.csv': 'x', 'b.txt': 'x' });
    expect(await unpack('a.zip', files, { entry })).toEqual({ code: 'archive-entry', entry, files: 'ut/a.csv, b.txt' });
  });

  it('that bursts, or has too many files, is stopped', async () => {
    const zeros = await zipOf({ 'a.csv': Buffer.alloc(3_000_000) });
    expect(await unpack('a.zip', zeros, { bytes: 2_999_999 })).toEqual(broken('too-large'));
    expect(await unpack('a.zip', zeros, { ratioFrom: 1_000_000 })).toEqual(broken('too-large'));
    expect(await unpack('a.zip', await zipOf({ 'a.csv': '1', 'b.csv': '' }), { entries: 1 })).toEqual(broken('too-many'));
  });

  it('that is encrypted, or packed in a way that is not read, is refused', async () => {
    const zip = await zipOf({ 'a.csv': 'a,b\n' });
    const central = zip.lastIndexOf('a.csv') - 46;
    const encrypted = Buffer.from(zip);
    encrypted.writeUInt16LE(encrypted.readUInt16LE(central + 8) | 1, central + 8);
    expect(await unpack('a.zip', encrypted)).toEqual(broken('encrypted'));
    const other = Buffer.from(zip);
    other.writeUInt16LE(93, central + 10);
    expect(await unpack('a.zip', other)).toEqual(broken('method'));
  });

  it('that names a file outside itself is damaged', async () => {
    const zip = Buffer.from((await zipOf({ 'aaaa/a.csv': 'x' })).toString('latin1').replaceAll('aaaa/', '../../'.slice(0, 5)), 'latin1');
    expect(await unpack('a.zip', zip)).toEqual(broken('damaged'));
  });
});

it('any bytes changed or cut off give a fault or the same bytes, never others', async () => {
  const text = 'a,b\n1,2\n'.repeat(20);
  const packed = { 'a.gz': gzipSync(text), 'a.zip': await zipOf({ 'a.csv': text }) };
  const change = fc.record({
    name: fc.constantFrom('a.gz' as const, 'a.zip' as const),
    at: fc.nat(),
    byte: fc.integer({ min: 0, max: 255 }),
    cut: fc.option(fc.nat(200)),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ name, at, byte, cut }) => {
      const bytes = Buffer.from(cut === null ? packed[name] : packed[name].subarray(0, cut));
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      const unpacked = await unpack(name, bytes);
      if (typeof unpacked === 'string') expect(unpacked).toBe(text);
    }),
    { numRuns: casesTried(400) },
  );
});
