import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { column } from '../../declare.ts';
import { readAll } from '../../read-all.ts';
import { heading, keys, pc8, plan, sie } from './a-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string, ...headers: Parameters<typeof keys>[1][]) => readAll(folder, pc8(text), keys(sie('transactions'), ...headers));
const TOP = heading(4, plan);
/** The line that the first voucher stands on. */
const FIRST = TOP.split('\n').length;

const vouchers = `#VER A 1 20260105 "Köp av läromedel" 20260107 "Ada Ek"
{
   #TRANS 4110 {1 "100" 6 "P1"} 1200.50 20260103 "Böcker \\"Läs\\"" 12
	#TRANS	4110	{"1" "200"}	-200
   #TRANS 1910 { } -1000.50 "" "" "" "Bo Ek"
}

#VER "" "" 20260228 ""
{
#TRANS 5010 {20 "01" 21 "02"} 10.00
#TRANS 5010 {21 0102} -10.00
}
`;

describe('transactions of a SIE file', () => {
  it('have what their vouchers, accounts and objects say', async () => {
    const told = await read(TOP + vouchers, 'serie', 'vernr', 'datum', 'konto', 'kontonamn', 'dim.1', 'dim.1.namn', 'belopp', 'text');
    expect(told.records).toEqual([
      [FIRST + 2, 'A', '1', '2026-01-03', '4110', 'Läromedel', '100', 'Äppelgårdens förskola', '1200.50', 'Böcker "Läs"'],
      [FIRST + 3, 'A', '1', '2026-01-05', '4110', 'Läromedel', '200', 'Sjöängsskolan', '-200', null],
      [FIRST + 4, 'A', '1', '2026-01-05', '1910', 'Kassa', null, null, '-1000.50', null],
      [FIRST + 9, null, null, '2026-02-28', '5010', 'Löner', null, null, '10.00', null],
      [FIRST + 10, null, null, '2026-02-28', '5010', 'Löner', null, null, '-10.00', null],
    ]);
    expect(told).toMatchObject({ misfits: [], ignored: 0, notices: [], faults: [] });
  });

  it('have the rest of what the format says too, and the object above one', async () => {
    const headers = ['verdatum', 'vertext', 'regdatum', 'period', 'kontotyp', 'enhet', 'kvantitet', 'fnamn', 'valuta', 'orgnr'];
    const { records } = await read(TOP + vouchers, ...headers);
    expect(records[0]).toEqual([
      FIRST + 2,
      ...['2026-01-05', 'Köp av läromedel', '2026-01-07', '2026-01', 'K', 'styck', '12', 'Åby kommun', 'SEK', null],
    ]);
    const units = await read(TOP + vouchers, 'dim.21', 'dim.21.namn', 'dim.21.över', 'dim.21.över.namn');
    expect(units.records.slice(-2).map(([, ...cells]) => cells)).toEqual([
      ['02', 'Norra enhet 2', '01', 'Norra'],
      ['0102', 'Norra enhet 2', '01', 'Norra'],
    ]);
  });

  it('have no object above them where its number could be one of two', async () => {
    const text = `${TOP}#OBJEKT 20 "0" "Alla"\n#VER A 1 20260105 x\n{\n#TRANS 5010 {21 "0102"} 0\n}\n`;
    expect((await read(text, 'dim.21.namn', 'dim.21.över', 'dim.21.över.namn')).records).toEqual([
      [FIRST + 3, 'Norra enhet 2', null, null],
    ]);
  });

  it('have signatures and people only where a column asks', async () => {
    const personal = (header: string) => column(header.replace('.', '_'), 'text', { header, personal: 'hash' });
    const text = `${TOP}#VER A 1 20260105 x 20260105 "Ada Ek"\n{\n#TRANS 5010 {7 "17"} 0 "" "" "" "Bo Ek"\n}\n`;
    expect((await read(text, personal('dim.7'), personal('dim.7.namn'), personal('sign'), personal('versign'))).records).toEqual([
      [FIRST + 2, '17', 'Ada Ek', 'Bo Ek', 'Ada Ek'],
    ]);
    expect(JSON.stringify(await read(text, 'konto', 'belopp', 'dim.1'))).not.toMatch(/Ada|Bo|17/);
  });

  it('are not let out by a dimension that the file puts under that of people', async () => {
    const text = `${TOP}#UNDERDIM 30 Anställning 7\n`;
    expect((await read(text, 'belopp', 'dim.30.över.namn')).faults).toMatchObject([
      { code: 'sie-people', details: { column: 'dim.30.över.namn', dimension: '7' } },
    ]);
    const hidden = column('employment', 'text', { header: 'dim.30', personal: 'drop' });
    expect((await read(text, 'belopp', hidden)).faults).toEqual([]);
  });

  it('that were added or removed are ignored, and one added without its #TRANS is told', async () => {
    const told = await read(
      `${TOP}#VER A 1 20260105 Porto
{
#TRANS 1910 {} -100
#BTRANS 4110 {} 100 20260110 "" "" "Ada Ek"
#RTRANS 5010 {1 "100"} 100.00 20260110 "" "" "Ada Ek"
#TRANS 5010 {"1" "100"} 100
#RTRANS 1910 {} 5
#TRANS 1910 {} 6
#TRANS 1910 {} -6
#RTRANS 1910 {} 7
}
`,
      'konto',
      'belopp',
    );
    expect(told.records.map(([, ...cells]) => cells.join(' '))).toEqual(['1910 -100', '5010 100', '1910 6', '1910 -6']);
    expect(told.ignored).toBe(4);
    expect(told.notices).toEqual([{ code: 'sie-added', line: FIRST + 6, details: { posts: 2, lines: `${FIRST + 6}, ${FIRST + 9}` } }]);
  });

  it('are loaded also from a voucher that is not in balance, and it is told at its line', async () => {
    const unbalanced = '#VER A 2 20260106 x\n{\n#TRANS 1910 {} 0.10\n#TRANS 4110 {} 0.20\n#TRANS 5010 {} -0.31\n}\n';
    const told = await read(`${TOP}#VER A 1 20260105 x\n{\n#TRANS 1910 {} 0.30\n#TRANS 4110 {} -0.3\n}\n${unbalanced}`, 'belopp');
    expect(told.records).toHaveLength(5);
    expect(told.notices).toEqual([{ code: 'sie-unbalanced', line: FIRST + 5, details: { vouchers: 1, lines: String(FIRST + 5) } }]);
  });

  it('are held against the file’s own balances, where it has them', async () => {
    const text = `${TOP}#IB 0 1910 100.00\n#UB 0 1910 90.00\n#RES 0 4110 10.00\n#VER A 1 20260105 x\n{\n`;
    const end = '#TRANS 1910 {} -10\n}\n';
    expect((await read(`${text}#TRANS 4110 {} 10\n${end}`, 'belopp')).notices).toEqual([]);
    expect((await read(`${text}#TRANS 5010 {} 10\n${end}`, 'belopp')).notices).toEqual([
      { code: 'sie-control', line: FIRST + 2, details: { accounts: 2, lines: `${FIRST + 2}, ${FIRST + 5}` } },
    ]);
  });

  it('are missed where there are none at all: a file that was cut before its first voucher', async () => {
    const balances = `${TOP}#IB 0 1910 100.00\n#UB 0 1910 90.00\n#RES 0 4110 10.00\n`;
    expect(await read(balances, 'belopp')).toMatchObject({
      records: [],
      notices: [{ code: 'sie-control', line: FIRST, details: { accounts: 2 } }],
    });
    expect((await read(`${TOP}#IB 0 1910 100.00\n#UB 0 1910 100.00\n`, 'belopp')).notices).toEqual([]);
  });

  it('keep what has not its form as it is written, for its column to reject', async () => {
    const told = await read(
      `${TOP}#VER A 1 2026-01-05 x\n{\n#TRANS 1910 {} 1,50 20261345\n#TRANS 1910 {} +1\n}\n`,
      'datum',
      'belopp',
      'period',
    );
    expect(told.records.map(([, ...cells]) => cells)).toEqual([
      ['2026-13-45', '1,50', '2026-13'],
      ['2026-01-05', '+1', '2026-01-05'],
    ]);
    expect(told.notices).toEqual([]);
  });

  it.each([
    ['quotes that do not pair off', '#TRANS 1910 {} 1.00 20260105 "Ada'],
    ['braces that do not pair off', '#TRANS 1910 {1 "100" 1.00'],
    ['no object list', '#TRANS 1910 1.00'],
    ['half a pair of objects', '#TRANS 1910 {1 "100" 6} 1.00'],
    ['a dimension twice', '#TRANS 1910 {1 "100" 1 "200"} 1.00'],
    ['a dimension that is no number', '#TRANS 1910 {Ansvar "100"} 1.00'],
    ['no amount', '#TRANS 1910 {}'],
    ['no tag', 'TRANS 1910 {} 1.00'],
  ])('are rejected by line, without text, where there is %s', async (_, line) => {
    const told = await read(`${TOP}#VER A 1 20260105 x\n{\n#TRANS 4110 {} 1\n${line}\n#TRANS 5010 {} -1\n}\n`, 'konto');
    expect(told.records.map(([, account]) => account)).toEqual(['4110', '5010']);
    expect(told.misfits).toEqual([[FIRST + 3, '']]);
  });

  it('are rejected outside a voucher, or in one whose line cannot be read', async () => {
    const text = `${TOP}#TRANS 1910 {} 1\n}\n#VER A 1 20260105 "x\n{\n#TRANS 1910 {} 2\n}\n#KONTO 1 "y\n#VER A 2 20260105 x\n{\n#TRANS 1910 {} 3\n}\n`;
    const told = await read(text, 'belopp');
    expect(told.records).toEqual([[FIRST + 9, '3']]);
    expect(told.misfits.map(([line]) => line - FIRST)).toEqual([0, 1, 2, 4, 6]);
    expect(told.notices).toMatchObject([{ code: 'sie-unbalanced', line: FIRST + 7 }]);
  });

  it('are rejected where they follow their voucher without braces', async () => {
    const told = await read(`${TOP}#VER A 1 20260105 x\n#TRANS 1910 {} 1\n#TRANS 4110 {} -1\n`, 'belopp');
    expect(told).toMatchObject({ records: [], notices: [] });
    expect(told.misfits.map(([line]) => line)).toEqual([FIRST + 1, FIRST + 2]);
  });

  it('are read past tags and fields that the format does not know, and past their subposts', async () => {
    const text = `${TOP}#NYTT "x\n#GRUPP 1\n{\n#DEL 1\n}\n#VER A 1 20260105 x 20260105 AE okänt\r\n{\r\n#TRANS 1910 {} 0 20260105 t 1 AE okänt\r\n}\r\n`;
    expect(await read(text, 'belopp', 'text')).toMatchObject({ records: [[FIRST + 7, '0', 't']], misfits: [], notices: [], faults: [] });
  });

  it('come from a file for import too, which has neither years nor accounts', async () => {
    const top = heading(4).replace(/#RAR.*\n|#OMFATTN.*\n/g, '');
    const text = `${top}#VER LON "" 20260225 Löner\n{\n#TRANS 5010 {1 "100"} 24150.00 "" "" 1.00\n#TRANS 1910 {} -24150.00\n}\n`;
    const told = await read(text, 'konto', 'kontonamn', 'belopp');
    expect(told).toMatchObject({
      records: [
        [9, '5010', null, '24150.00'],
        [10, '1910', null, '-24150.00'],
      ],
      notices: [],
      faults: [],
    });
    const balances = await readAll(folder, pc8(text), keys(sie('year-balances'), 'belopp'));
    expect(balances.faults).toMatchObject([{ code: 'sie-kind', details: { type: '4I', records: 'year-balances' } }]);
  });
});
