import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { decodeText } from '../../../pipeline/load/text/decode-text.ts';
import type { Encoding } from '../../../pipeline/words/format.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  writeFileSync(join(folder, 'text'), bytes);
  let text = '';
  for await (const piece of decodeText(join(folder, 'text'), encoding)) text += piece;
  return text;
}

const faultOf = (bytes: Uint8Array, encoding: Encoding) =>
  decode(bytes, encoding).then(
    () => null,
    (error: unknown) => (error instanceof BrokenExtract ? error.faults[0] : Promise.reject(error)),
  );

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

describe('decodeText', () => {
  it.each<[Encoding, Buffer]>([
    ['utf-8', utf8('Åby €')],
    ['utf-8', utf8('\ufeffÅby €')],
    ['windows-1252', Buffer.from([0xc5, 0x62, 0x79, 0x20, 0x80])],
    ['iso-8859-15', Buffer.from([0xc5, 0x62, 0x79, 0x20, 0xa4])],
    ['utf-16le', utf16le('\ufeffÅby €')],
    ['utf-16le', utf16le('Åby €')],
    ['utf-16be', utf16be('\ufeffÅby €')],
    ['utf-16be', utf16be('Åby €')],
    ['utf-16', utf16le('\ufeffÅby €')],
    ['utf-16', utf16be('\ufeffÅby €')],
  ])('reads %s, without byte order mark', async (encoding, bytes) => {
    expect(await decode(bytes, encoding)).toBe('Åby €');
  });

  it('gives windows-1252 its own signs on every Node version', async () => {
    const bytes = Buffer.from([0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9f]);
    expect(await decode(bytes, 'windows-1252')).toBe('…‘’“”–—Ÿ');
  });

  it('gives each byte of code page 437 its own sign', async () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i);
    const text = await decode(bytes, 'cp437');
    expect(new Set(text).size).toBe(128);
    expect(text.slice(0, 16)).toBe('ÇüéâäàåçêëèïîìÄÅ');
    expect(text.slice(-16)).toBe('≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0');
    expect(await decode(Buffer.from([0x8f, 0x62, 0x79, 0x20, 0x86, 0x84, 0x94, 0x8e, 0x99, 0xe5]), 'cp437')).toBe('Åby åäöÄÖσ');
  });

  it('reads characters that a chunk cuts in two', async () => {
    const text = `${'a'.repeat(65_535)}å${'ö'.repeat(70_000)}`;
    expect(await decode(utf8(text), 'utf-8')).toBe(text);
  });

  it.each<[string, Buffer, Encoding, number, string]>([
    ['windows-1252 read as utf-8', latin1('id\nrad\nÅby Sjögård\n'), 'utf-8', 3, 'windows-1252'],
    ['cp850 read as utf-8', Buffer.from([0x69, 0x64, 0x0a, 0x8f, 0x62, 0x79, 0x94, 0x84]), 'utf-8', 2, 'cp850'],
    ['utf-8 read as windows-1252', utf8('id\nÅby\n'), 'windows-1252', 2, 'utf-8'],
    ['utf-8 with a mark read as windows-1252', utf8('\ufeffid\n1\n'), 'windows-1252', 1, 'utf-8'],
    ['utf-8 read as iso-8859-15', utf8('id\n1\nSjögård\n'), 'iso-8859-15', 3, 'utf-8'],
    ['cp850 read as windows-1252', Buffer.from([0x69, 0x64, 0x0a, 0x8f, 0x62, 0x79]), 'windows-1252', 2, 'cp850'],
    ['windows-1252 signs read as iso-8859-1', Buffer.from([0x94, 0xc5, 0x62, 0x79, 0x94]), 'iso-8859-1', 1, 'windows-1252'],
    ['utf-16 read as utf-8', utf16le('\ufeffid\n1\n'), 'utf-8', 1, 'utf-16le'],
    ['utf-16 without a mark read as utf-8', utf16le('id\n1\n'), 'utf-8', 1, 'utf-16le'],
    ['utf-16be without a mark read as utf-8', utf16be('id\n1\n'), 'utf-8', 1, 'utf-16be'],
    ['utf-16be with a mark read as utf-16le', utf16be('\ufeffid\n1\n'), 'utf-16le', 1, 'utf-16be'],
    ['utf-16le with a mark read as utf-16be', utf16le('\ufeffid\n1\n'), 'utf-16be', 1, 'utf-16le'],
    ['utf-16le without a mark read as utf-16be', utf16le('id\n1\n'), 'utf-16be', 1, 'utf-16le'],
    ['utf-16 without a mark', utf16be('id\n1\n'), 'utf-16', 1, 'utf-16be'],
    ['utf-8 with a mark read as utf-16', utf8('\ufeffid\n1\n'), 'utf-16', 1, 'utf-8'],
    ['utf-8 read as utf-16le', utf8('id\nÅby\n'), 'utf-16le', 1, 'utf-8'],
    ['half a character of utf-16', utf16le('id\n1\n').subarray(0, 7), 'utf-16le', 2, ''],
    [
      'utf-8 with one broken character read as windows-1252',
      Buffer.concat([utf8('id\nSjögård\n'), latin1('å')]),
      'windows-1252',
      2,
      'utf-8',
    ],
    ['iso-8859-15 read as utf-8', Buffer.concat([latin1('id\n100 '), Buffer.from([0xa4]), latin1(' på')]), 'utf-8', 2, 'iso-8859-15'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'), 'utf-8', 1, 'xlsx'],
    ['utf-8 read as cp437', utf8('id\nÅby\n'), 'cp437', 2, 'utf-8'],
    ['windows-1252 read as cp437', latin1('id\nÅby Sjögård\n'), 'cp437', 2, 'windows-1252'],
    ['a control character', utf8('id\n1\u001a\n'), 'utf-8', 2, ''],
    ['a file cut inside a character', utf8('id\nÅ').subarray(0, 4), 'utf-8', 2, ''],
  ])('refuses %s, with the line and what it looks like', async (_, bytes, encoding, line, looks) => {
    expect(await faultOf(bytes, encoding)).toEqual({ code: 'encoding', line, details: { encoding, looks } });
  });

  it('does not take real windows-1252 for utf-8 because of one odd pair', async () => {
    expect(await decode(latin1('Ã¥ och å\n'), 'windows-1252')).toBe('Ã¥ och å\n');
  });
});
