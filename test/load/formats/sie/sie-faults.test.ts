import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readAll } from '../../read-all.ts';
import { heading, keys, pc8, plan, sie } from './a-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vouchers = '#VER A 1 20260105 x\n{\n#TRANS 1910 {} 1.00\n#TRANS 4110 {1 "100"} -1.00\n}\n';
const whole = heading(4, plan) + vouchers;
const FIRST = heading(4, plan).split('\n').length;
const read = (bytes: string | Uint8Array, encoding: Parameters<typeof sie>[2] = 'cp437') =>
  readAll(folder, bytes, keys(sie('transactions', null, encoding), 'kontonamn', 'belopp'));
/** The first line with a letter that is not ASCII. */
const LETTER = 2;

describe('a SIE file is refused', () => {
  it.each<[string, Uint8Array, string, number]>([
    ['is UTF-8', Buffer.from(whole), 'utf-8', LETTER],
    ['is windows-1252', Buffer.from(whole, 'latin1'), 'windows-1252', LETTER],
  ])('that says PC8 and %s', async (_, bytes, looks, line) => {
    expect((await read(bytes)).faults).toEqual([{ code: 'encoding', line, details: { encoding: 'cp437', looks } }]);
  });

  it('is read in the encoding it is in, once that is declared', async () => {
    for (const [bytes, encoding] of [
      [Buffer.from(whole), 'utf-8'],
      [Buffer.from(whole, 'latin1'), 'windows-1252'],
    ] as const)
      expect(await read(bytes, encoding)).toMatchObject({
        records: [
          [FIRST + 2, 'Kassa', '1.00'],
          [FIRST + 3, 'Läromedel', '-1.00'],
        ],
        faults: [],
      });
  });

  it('that says another encoding than PC8', async () => {
    const says = (format: string) => read(pc8(whole.replace('#FORMAT PC8', `#FORMAT ${format}`)));
    expect((await says('"ISO 8859-1"')).faults).toEqual([
      { code: 'sie-format', line: null, details: { encoding: 'cp437', says: 'ISO 8859-1' } },
    ]);
    for (const name of ['"PC8"', 'pc8', 'IBMPC', 'CP437']) expect((await says(name)).faults).toEqual([]);
  });

  it.each([
    ['in a voucher', whole.slice(0, -2), FIRST],
    ['in a line of a voucher', whole.slice(0, -12), FIRST],
    ['after the line of a voucher', whole.slice(0, whole.indexOf('{\n')), null],
    ['where the next voucher begins', whole.replace(/}\n$/, '#VER A 2 20260105 x\n{\n}\n'), FIRST],
  ])('that is cut off %s', async (_, text, line) => {
    expect((await read(pc8(text))).faults).toMatchObject([{ code: 'sie-unclosed', line: line ?? expect.any(Number) }]);
  });

  it.each([
    ['', null],
    ['\n \n', null],
    ['konto;belopp\n', 1],
    ['\n<!DOCTYPE html>\n', 2],
    [`#FLAGGA 0\n${'x'.repeat(2_000_000)}`, 2],
  ])('that is something else: %.20j', async (text, line) => {
    expect((await read(text)).faults).toEqual([{ code: 'sie', line, details: {} }]);
  });

  it.each<[string, string, string, number | null]>([
    ['1', 'period-balances', 'total', 1],
    ['2', 'object-balances', 'dim.1', 2],
    ['3', 'transactions', '', 3],
  ])('of type %s, for %s', async (type, records, level, number) => {
    const declared = keys(sie(records as 'transactions', (level || null) as null), 'belopp');
    expect((await readAll(folder, pc8(heading(number!, plan)), declared)).faults).toMatchObject([
      { code: 'sie-kind', details: { type, records } },
    ]);
  });

  it('whose free dimension is not declared in it', async () => {
    const told = await readAll(folder, pc8(whole), keys(sie('transactions'), 'dim.1', 'dim.6', 'dim.30.namn'));
    expect(told.faults).toEqual([{ code: 'missing-column', line: null, details: { column: 'dim.30.namn', nearest: '' } }]);
  });
});

describe('a checksum', () => {
  /** Tags and fields one after the other, without what separates and encloses them. */
  const summed = '#KONTO1915Kassa "ÅÄÖ"#VERA120260105#TRANS19151100-1.50#TRANS19101.50';
  const body = (sum: string) =>
    `#FLAGGA 0\n#KSUMMA\n#KONTO 1915 "Kassa \\"ÅÄÖ\\""\n#VER A 1\t20260105 ""\n{\n #TRANS 1915 {1 "100"} -1.50\n #TRANS  "1910" {} 1.50\n}\n${sum}`;
  const right = String(crc32(pc8(summed)));

  it('that is right is no finding, whatever the file’s encoding', async () => {
    expect((await read(pc8(body(`#KSUMMA ${right}\n`)))).faults).toEqual([]);
    expect((await read(body(`#KSUMMA ${right}\n`), 'utf-8')).records).toHaveLength(2);
  });

  it.each([
    ['is wrong', body('#KSUMMA 1\n'), 0],
    ['is of what a line was before', body(`#KSUMMA ${right}\n`).replace('-1.50', '-1.51'), 0],
    ['is promised and not there', body(''), 1],
  ])('that %s refuses the file', async (_, text, missing) => {
    expect((await read(pc8(text))).faults).toEqual([{ code: 'sie-checksum', line: null, details: { missing } }]);
  });
});

it('posts that every file of its type has, and this one lacks, are told', async () => {
  const without = (pattern: RegExp) => whole.replace(pattern, '');
  expect((await read(pc8(without(/#FLAGGA.*\n|#SIETYP.*\n/g)))).notices).toEqual([
    { code: 'sie-heading', line: null, details: { posts: '#FLAGGA, #SIETYP' } },
  ]);
  const balances = heading(3, plan).replace(/#RAR.*\n|#OMFATTN.*\n/g, '');
  expect((await readAll(folder, pc8(`${balances}#UB 0 1910 1\n`), keys(sie('period-balances', 'total'), 'belopp'))).notices).toEqual([
    { code: 'sie-heading', line: null, details: { posts: '#RAR, #OMFATTN' } },
  ]);
});
