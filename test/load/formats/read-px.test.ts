import { describe, expect, it } from 'vitest';
import { cubeReader, PX } from './read-cube.ts';

const read = await cubeReader(PX);
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** Invented figures in the shape of a file that PC-Axis wrote. */
const HEAD = `CHARSET="ANSI";
AXIS-VERSION="2013";
LANGUAGE="sv";
LANGUAGES="sv","en";
TITLE="Inflyttade efter region, "
"ålder och år";
TITLE[en]="Immigrated; by region";
STUB="region, del","ålder";
STUB[en]="region, part","age";
HEADING="år";
HEADING[en]="year";
VALUES("region, del")="Riket","Åby, norra","Åby (södra); ""och östra""",
"Över";
VALUES[en]("region, part")="The country","a","b","c";
VALUES("ålder")="20 år","21"
" år";
VALUES("år")="2026M03","2026M04";
TIMEVAL("år")=TLIST(M1,"202603"-"202604");
CODES("region, del")="00","0780N","0780S","0781";
CODES("ålder")="20","21";
ELIMINATION("region, del")="Riket";
DECIMALS=1;
NOTE("region, del")="En anmärkning; med semikolon,
och en rad till = ja";
VALUENOTE("region, del","Riket")="(o)";
CELLNOTE("*","20","*")="a";
CELLNOTE("*","21","*")="b";
DATASYMBOL1="uppgift kan inte förekomma";
DATASYMBOL2="uppgift saknas"
" helt";
DATASYMBOL2[en]="not available";
`;
const FULL = `${HEAD}DATA=
5301 5302 
5401.50 ".." 
48 "-" 
-0.1 "." 
.. - 
"......" 0 
1e3 7 
8 9;
`;
const KEYED = `${HEAD}KEYS("region, del")=CODES;
KEYS("ålder")=VALUES;
DATA=
"0780S","21 år","......" 0 
"00","20 år",5301 5302 
"00","21 år",
5401.50 ".."
;`;
const ALL = ['region, del', 'region, del.label', 'ålder', 'ålder.label', 'år', 'value', 'status', 'status.label'];

describe('readPx', () => {
  it('gives one record a cell, with codes where a variable has codes, in the file’s own language', async () => {
    const { records, notices, faults } = await read(latin1(FULL), ALL);
    expect({ notices, faults }).toEqual({ notices: [], faults: [] });
    expect(records).toHaveLength(16);
    expect(records.slice(0, 8)).toEqual([
      [1, '00', 'Riket', '20', '20 år', '2026M03', '=5301', null, null],
      [2, '00', 'Riket', '20', '20 år', '2026M04', '=5302', null, null],
      [3, '00', 'Riket', '21', '21 år', '2026M03', '=5401.50', null, null],
      [4, '00', 'Riket', '21', '21 år', '2026M04', null, '..', 'uppgift saknas helt'],
      [5, '0780N', 'Åby, norra', '20', '20 år', '2026M03', '=48', null, null],
      [6, '0780N', 'Åby, norra', '20', '20 år', '2026M04', null, '-', null],
      [7, '0780N', 'Åby, norra', '21', '21 år', '2026M03', '=-0.1', null, null],
      [8, '0780N', 'Åby, norra', '21', '21 år', '2026M04', null, '.', 'uppgift kan inte förekomma'],
    ]);
    expect(records.slice(8).map(([line, code, , , , , value, status]) => [line, code, value, status])).toEqual([
      [9, '0780S', null, '..'],
      [10, '0780S', null, '-'],
      [11, '0780S', null, '......'],
      [12, '0780S', '=0', null],
      [13, '0781', '=1000', null],
      [14, '0781', '=7', null],
      [15, '0781', '=8', null],
      [16, '0781', '=9', null],
    ]);
  });

  it('reads the form with keys: rows in any order, and those left out are zero', async () => {
    const { records, faults } = await read(latin1(KEYED), ['region, del', 'ålder', 'value', 'status']);
    expect(faults).toEqual([]);
    expect(records.slice(0, 5)).toEqual([
      [1, '00', '20', '=5301', null],
      [2, '00', '20', '=5302', null],
      [3, '00', '21', '=5401.50', null],
      [4, '00', '21', null, '..'],
      [5, '0780N', '20', '=0', null],
    ]);
    expect(records.filter(([, , , value]) => value !== '=0').map(([line]) => line)).toEqual([1, 2, 3, 4, 11]);
  });

  it('is windows-1252 unless declared: what a file calls ANSI may have signs that ISO 8859-1 has not', async () => {
    const dots = HEAD.replace('"Riket","Åby', '"Riket \x85","Åby');
    expect((await read(latin1(`${dots}DATA=1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16;`), ALL)).records[0]![2]).toBe('Riket …');
    expect((await read(FULL, ALL)).faults).toMatchObject([{ code: 'encoding', details: { encoding: 'windows-1252', looks: 'utf-8' } }]);
  });

  it('warns where a file with letters says that it is in another encoding', async () => {
    const noticed = async (said: string, letter: string) => {
      const { notices } = await read(latin1(`${said}STUB="a";VALUES("a")="${letter}";DATA=1;`), ['a']);
      return notices.map(({ code, details }) => `${code} ${details.said} ${details.encoding}`);
    };
    expect(await noticed('', '\x86')).toEqual(['px-charset DOS windows-1252']);
    expect(await noticed('CHARSET="ANSI";CODEPAGE="iso-8859-15";', '\xa4')).toEqual(['px-charset iso-8859-15 windows-1252']);
    expect(await noticed('', 'a')).toEqual([]);
    expect(await noticed('CHARSET="ANSI";', '\xe5')).toEqual([]);
    expect(await noticed('CHARSET="ANSI";CODEPAGE="ISO-8859-1";', '\xe5')).toEqual([]);
  });

  it.each([
    ['1,2;3\t4', 'separators of any kind'],
    ['\r\n1 2 \r\n3 4 ', 'no semicolon, but a space after the last cell'],
    ['1 2\n3\n4\n\n', 'no semicolon, but a line end'],
  ])('takes %j: %s', async data => {
    const { records, faults } = await read(`STUB="a";HEADING="b";VALUES("a")="x","y";VALUES("b")="z","w";DATA=${data}`, [
      'a',
      'b',
      'value',
    ]);
    if (!/\s$/.test(data)) return expect(faults).toMatchObject([{ code: 'px-unfinished' }]);
    expect(records.map(([, ...cells]) => cells.join(' '))).toEqual(['x z =1', 'x w =2', 'y z =3', 'y w =4']);
  });

  it('takes a stub or a heading alone, an empty one of either, and codes that are left out', async () => {
    const alone = (said: string) => read(`${said};VALUES("a")="x","y";CODES("a")="1",;DATA=1 2;`, ['a', 'a.label', 'value']);
    for (const said of ['STUB="a"', 'HEADING="a"', 'STUB="";HEADING="a"', 'STUB="a";HEADING=""'])
      expect((await alone(said)).records).toEqual([
        [1, '1', 'x', '=1'],
        [2, 'y', 'y', '=2'],
      ]);
  });

  it('hands on what is neither a number nor a sign as text, for the column’s type to refuse', async () => {
    const { records } = await read('HEADING="a";VALUES("a")="1","2","3","4","5","6";DATA="x" "......." 1.2.3 .5 "" "7";', [
      'value',
      'status',
    ]);
    expect(records.map(([, value]) => value)).toEqual(['x', '.......', '1.2.3', '.5', null, '=7']);
    expect(records.every(([, , status]) => status === null)).toBe(true);
  });

  it.each<[string, string, object, number | null]>([
    ['STUB="a";VALUES("a")="x","y";DATA=1;', 'cube-cells', { expected: 2, found: 1 }, null],
    ['STUB="a";VALUES("a")="x","y";DATA=1 2 3;', 'cube-cells', { expected: 2, found: 3 }, null],
    ['STUB="a";VALUES("a")="x","y";DATA=1 234,5 3;', 'cube-cells', { expected: 2, found: 4 }, null],
    ['STUB="a";VALUES("a")="x","y";\nDATA=1 2', 'px-unfinished', {}, 2],
    ['STUB="a";VALUES("a")="x","y";\nDATA=1 \n".', 'px', {}, 2],
    ['STUB="a";VALUES("a")="x","y";', 'cube-part', { part: 'DATA' }, null],
    ['', 'cube-part', { part: 'DATA' }, null],
    ['STUB="a";\nVALUES("a")="x","y', 'px', {}, 2],
    ['STUB="a";\nNOTE="x;\nDATA=1;', 'px', {}, 2],
    ['STUB="a";\nVALUES("a")="x\ny";DATA=1;', 'px', {}, 2],
    ['STUB="a";\nVALUES("a")="x"y;DATA=1;', 'px', {}, 2],
    ['STUB="a";\nVALUES("a","b")="x";DATA=1;', 'px', {}, 2],
    ['STUB="a";\nVALUES("a"="x";DATA=1;', 'px', {}, 2],
    ['STUB="a";\nVALUES("a")="x";VALUES("a")="y";DATA=1;', 'px', {}, 2],
    ['region;sex;value\n1;2;3\n', 'px', {}, 1],
    ['TITLE="x";DATA=1;', 'cube-part', { part: 'STUB' }, null],
    ['STUB="a";DATA=1;', 'cube-part', { part: 'VALUES("a")' }, null],
    ['STUB="a";VALUES("a")="x","";DATA=1 2;', 'cube-part', { part: 'VALUES("a")' }, null],
    ['STUB="a";VALUES("a")="x","y";CODES("a")="1";DATA=1 2;', 'cube-part', { part: 'CODES("a")' }, null],
    ['STUB="a";HEADING="a";VALUES("a")="x","y";DATA=1 2 3 4;', 'cube-dimension-twice', { dimension: 'a' }, null],
    ['STUB="a";VALUES("a")="x","x";DATA=1 2;', 'cube-category-twice', { dimension: 'a' }, null],
    ['STUB="a";VALUES("a")="x","y";DATA=1 2;', 'missing-column', { column: 'value2', nearest: '', there: 'a' }, null],
  ])('refuses %j', async (text, code, details, line) => {
    const columns = code === 'missing-column' ? ['a', 'value2'] : ['a', 'value'];
    const { faults } = await read(text, columns);
    expect(faults).toEqual([{ code, line, details }]);
  });

  const keyed = (data: string, keys = 'KEYS("a")=CODES;') =>
    `STUB="a";HEADING="b";VALUES("a")="x","y";CODES("a")="1","2";VALUES("b")="z","w";${keys}\nDATA=\n${data}`;
  it.each<[string, string, string, object, number | null]>([
    ['a row that is not there', keyed('"3",1 2;'), 'px-row', {}, 3],
    ['a row by its value, where keys are codes', keyed('"x",1 2;'), 'px-row', {}, 3],
    ['a row twice', keyed('"1",1 2\n"1",1 2;'), 'px-row', {}, 4],
    ['a row that is too short', keyed('"1",1\n"2",1 2;'), 'px-row', {}, 4],
    ['a row that is too long', keyed('"1",1 2 3\n"2",1 2;'), 'px-row', {}, 3],
    ['a last row that is too short', keyed('"1",1;'), 'px-row', {}, 3],
    ['a key without quotes', keyed('1,1 2;'), 'px-row', {}, 3],
    ['no semicolon, since rows may be left out', keyed('"1",1 2\n'), 'px-unfinished', {}, 4],
    ['a semicolon that is not the end', keyed('"1",1;2\n"2",1 2;'), 'px', {}, 3],
    ['keys by neither', keyed('"1",1 2;', 'KEYS("a")=LABELS;'), 'cube-part', { part: 'KEYS("a")' }, null],
    ['keys of another variable alone', keyed('"1",1 2;', 'KEYS("b")=CODES;'), 'cube-part', { part: 'KEYS("a")' }, null],
    [
      'keys that stand for two categories',
      'STUB="a";VALUES("a")="x","x";CODES("a")="1","2";KEYS("a")=VALUES;DATA="x",1;',
      'cube-category-twice',
      { dimension: 'a' },
      null,
    ],
  ])('refuses, in the form with keys, %s', async (_, text, code, details, line) => {
    expect((await read(text, ['a', 'value'])).faults).toEqual([{ code, line, details }]);
  });

  it('refuses an enormous cube before it makes room for one', async () => {
    const many = Array.from({ length: 1e5 }, (_, i) => `"${i}"`).join();
    const huge = `STUB="a","b","c";${['a', 'b', 'c'].map(each => `VALUES("${each}")=${many};`).join('')}`;
    const keys = ['a', 'b', 'c'].map(each => `KEYS("${each}")=VALUES;`).join('');
    expect((await read(`${huge}${keys}DATA=;`, ['value'])).faults).toMatchObject([{ code: 'cube-too-large', details: { cells: 1e15 } }]);
    expect((await read(`${huge}DATA=1 2;`, ['value'])).faults).toMatchObject([
      { code: 'cube-cells', details: { expected: 1e15, found: 2 } },
    ]);
  });

  it('passes over a long note in one go', async () => {
    const note = '""'.repeat(2_000_000);
    expect((await read(`NOTE=${note};STUB="a";VALUES("a")="x";DATA=1;`, ['a'])).records).toEqual([[1, 'x']]);
    expect((await read(`NOTE=${note}`, ['a'])).faults).toMatchObject([{ code: 'px', line: 1 }]);
  });

  it.each([
    ['every cell', FULL, [FULL.length - 1]],
    ['keys', KEYED, []],
  ])('is unreadable wherever it is cut off, with %s', async (_, whole, readable) => {
    const ends = [];
    for (let end = 0; end < whole.length; end++) if ((await read(latin1(whole.slice(0, end)), ALL)).faults.length === 0) ends.push(end);
    // Without the line end after the semicolon it is all there.
    expect(ends).toEqual(readable);
  });
});
