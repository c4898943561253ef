import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personalDigest } from '../../../pipeline/load/values/digest.ts';
import { HashKeyError, readHashKey } from '../../../pipeline/load/values/hash-key.ts';
import { tempFolder } from '../../temp-folder.ts';

const KEY = '0123456789abcdefABCDEF0123456789'.repeat(2);
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

describe('readHashKey', () => {
  it('makes a key of its own once, which only its owner can read', async () => {
    const state = join(await tempFolder(), '.malbild');
    const key = await readHashKey(state, {});
    expect(key.length).toBe(32);
    expect((await stat(join(state, 'hash-key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(state)).toEqual(['hash-key']);
    expect(await readHashKey(state, { MALBILD_HASH_KEY: '' })).toEqual(key);
    expect(hex(await readHashKey(await tempFolder(), {}))).not.toBe(hex(key));
  });

  it('gives all who ask at once the same key', async () => {
    const state = await tempFolder();
    const keys = await Promise.all(Array.from({ length: 8 }, () => readHashKey(state, {})));
    expect(new Set(keys.map(hex)).size).toBe(1);
    expect(await readdir(state)).toEqual(['hash-key']);
  });

  it('takes the environment’s before the file’s, and then makes none', async () => {
    const state = await tempFolder();
    expect(hex(await readHashKey(state, { MALBILD_HASH_KEY: `${KEY}\n` }))).toBe(KEY.toLowerCase());
    expect(await readdir(state)).toEqual([]);
  });

  it.each([0o640, 0o604, 0o620, 0o644])('refuses a file that others have rights to (%o)', async mode => {
    const state = await tempFolder();
    await readHashKey(state, {});
    await chmod(join(state, 'hash-key'), mode);
    await expect(readHashKey(state, {})).rejects.toThrow(HashKeyError);
    await expect(readHashKey(state, {})).rejects.toThrow('others than its owner can read it');
  });

  it.each(['', 'hemlig', KEY.slice(1), `${KEY}0`])('refuses what is no key, and does not say what it was', async text => {
    const state = await tempFolder();
    await writeFile(join(state, 'hash-key'), text, { mode: 0o600 });
    const error = await readHashKey(state, {}).catch((failure: unknown) => failure as Error);
    expect(error).toBeInstanceOf(HashKeyError);
    if (text !== '') expect(String((error as Error).message)).not.toContain(text);
    expect(await readFile(join(state, 'hash-key'), 'utf8')).toBe(text);
    if (text === '') return;
    await expect(readHashKey(state, { MALBILD_HASH_KEY: text })).rejects.toThrow('MALBILD_HASH_KEY: not a key');
  });

  it('says when the state cannot be written', async () => {
    const state = await tempFolder();
    await writeFile(join(state, 'file'), '');
    await expect(readHashKey(join(state, 'file'), {})).rejects.toThrow(HashKeyError);
  });
});

describe('personalDigest', () => {
  it('is HMAC-SHA256 (RFC 4231, test case 2), equal where text and key are', () => {
    const digest = personalDigest(Buffer.from('Jefe'));
    const known = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect([digest('what do ya want for nothing?'), digest('what do ya want for nothing?')]).toEqual([known, known]);
    expect(personalDigest(Buffer.from('jefe'))('what do ya want for nothing?')).not.toBe(known);
  });
});
