import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { column, declare, xlsx } from '../../declare.ts';
import { readAll } from '../../read-all.ts';
import { xlsxParts } from '../../../../demonstration/write-xlsx.ts';
import { zipOf } from '../../../../demonstration/write-zip.ts';
import { casesTried } from '../../../cases-tried.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-xlsx-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = declare({ columns: [column('a'), column('b')], format: xlsx() });
const SHEET = 'xl/worksheets/sheet1.xml';
const parts = xlsxParts([
  {
    name: 'Blad1',
    rows: [
      ['a', 'b'],
      ['x', 1],
      [{ serial: 46142, format: 'yyyy-mm-dd' }, true],
    ],
  },
]);
const read = (bytes: string | Uint8Array) => readAll(folder, bytes, source);
const readWith = async (part: string, change: (xml: string) => string) => read(await zipOf({ ...parts, [part]: change(parts[part]!) }));
const faultsWith = async (part: string, change: (xml: string) => string) => (await readWith(part, change)).faults;
const without = (all: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
const damaged = (part: string) => [{ code: 'xlsx', line: null, details: { part } }];

it('the workbook that these tests spoil is read as it should be', async () => {
  expect((await read(await zipOf(parts))).records).toEqual([
    [2, 'x', '1'],
    [3, '2026-04-30', 'true'],
  ]);
});

describe('what is no XLSX workbook', () => {
  it('is a workbook with a password, or of an older kind', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    expect((await read(bytes)).faults).toEqual([{ code: 'old-xlsx', line: null, details: {} }]);
  });

  it.each(['', 'a;b\n1;2\n', '<html><table><tr><td>a</td></tr></table></html>', '%PDF-1.7'])('is %j', async content => {
    expect((await read(content)).faults).toEqual([{ code: 'not-xlsx', line: null, details: {} }]);
  });

  it('is an archive of something else', async () => {
    const other = await zipOf({ 'content.xml': '<office/>', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' });
    expect((await read(other)).faults).toMatchObject([{ code: 'not-xlsx' }]);
    const binary = await zipOf({ ...parts, '_rels/.rels': parts['_rels/.rels']!.replace('workbook.xml', 'workbook.bin') });
    expect((await read(binary)).faults).toMatchObject([{ code: 'not-xlsx' }]);
  });
});

describe('a damaged workbook', () => {
  it.each([
    ['is cut short', (xml: string) => xml.slice(0, -20)],
    ['has rows out of order', (xml: string) => xml.replace('<row r="3">', '<row r="2">')],
    ['has a row beyond the last', (xml: string) => xml.replace('<row r="3">', '<row r="1048577">')],
    ['has a row without a number', (xml: string) => xml.replace('<row r="3">', '<row r="x">')],
    ['has a cell twice', (xml: string) => xml.replace('r="B2"', 'r="A2"')],
    ['has a cell of another row', (xml: string) => xml.replace('r="B2"', 'r="B7"')],
    ['has a cell beyond the last column', (xml: string) => xml.replace('r="B2"', 'r="XFE2"')],
    ['has a cell nowhere', (xml: string) => xml.replace('r="B2"', 'r="2"')],
    ['has a document type', (xml: string) => xml.replace('<worksheet', '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet')],
    ['has an entity that XML does not know', (xml: string) => xml.replace('<v>1</v>', '<v>&a;</v>')],
    ['is nested without end', (xml: string) => xml.replace('<sheetData>', `<sheetData>${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}`)],
    ['has a text without end', (xml: string) => xml.replace('<v>1</v>', `<v>${'1'.repeat(6_000_000)}</v>`)],
    ['has a comment without end', (xml: string) => xml.replace('<sheetData>', `<!--${'x'.repeat(6_000_000)}--><sheetData>`)],
  ])('%s', async (_, change) => expect(await faultsWith(SHEET, change)).toEqual(damaged(SHEET)));

  it('is not UTF-8', async () => {
    const bytes = Buffer.from(parts[SHEET]!.replace('<v>1</v>', '<v>\u00e5</v>'), 'latin1');
    expect((await read(await zipOf({ ...parts, [SHEET]: bytes }))).faults).toEqual(damaged(SHEET));
  });

  it('lacks a part that it refers to', async () => {
    for (const part of [SHEET, 'xl/styles.xml', 'xl/sharedStrings.xml'])
      expect((await read(await zipOf(without(parts, part)))).faults).toEqual(damaged(part));
  });

  it('names no sheet', async () => {
    expect(await faultsWith('xl/workbook.xml', xml => xml.replace(/<sheet .*\/>/, ''))).toMatchObject([{ code: 'xlsx-sheet' }]);
  });

  it('tells nothing of a document type in any part', async () => {
    for (const part of ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml'])
      expect(await faultsWith(part, xml => xml.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">'))).toEqual(damaged(part));
  });
});

describe('an odd workbook', () => {
  it('may write its elements with a prefix, its parts in other letters and its paths from the root', async () => {
    const prefixed = parts[SHEET]!.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(worksheet|sheetData|row|c|v|f)\b/g, '<$1x:$2');
    const { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles, ...others } = parts;
    const relations = parts['xl/_rels/workbook.xml.rels']!.replace('"worksheets/', '"/xl/worksheets/');
    const odd = {
      ...{ ...others, [SHEET]: prefixed, 'xl/_rels/workbook.xml.rels': relations },
      ...{ 'xl/SharedStrings.xml': strings!, 'xl/Styles.xml': styles! },
    };
    expect((await read(await zipOf(odd))).records).toEqual([
      [2, 'x', '1'],
      [3, '2026-04-30', 'true'],
    ]);
  });

  it('may lack shared strings and styles', async () => {
    const inline = xlsxParts([
      {
        name: 'Blad1',
        rows: [
          [{ inline: 'a' }, { inline: 'b' }],
          [1, { serial: 46142, format: 'yyyy-mm-dd' }],
        ],
      },
    ]);
    const relations = inline['xl/_rels/workbook.xml.rels']!.replace(/<Relationship Id="(styles|strings)"[^>]*>/g, '');
    const bare = without({ ...inline, 'xl/_rels/workbook.xml.rels': relations }, 'xl/styles.xml', 'xl/sharedStrings.xml');
    expect((await read(await zipOf(bare))).records).toEqual([[2, '1', '46142']]);
  });
});

/** An archive with one part whose sizes and checksum say something else than is so. */
async function withEntry(said: { bytes?: number; crc?: number; content: Buffer }): Promise<Buffer> {
  const zip = await zipOf({ ...parts, [SHEET]: said.content });
  const at = zip.lastIndexOf(SHEET) - 46;
  if (said.crc !== undefined) zip.writeUInt32LE(said.crc, at + 16);
  if (said.bytes !== undefined) zip.writeUInt32LE(said.bytes, at + 24);
  return zip;
}

describe('an archive that lies or bursts', () => {
  const content = Buffer.from(parts[SHEET]!);
  it.each([
    ['says less than it holds', { content, bytes: 100 }, 'damaged'],
    ['says more than it holds', { content, bytes: 10_000 }, 'damaged'],
    ['has another checksum', { content, crc: crc32('x') }, 'damaged'],
    ['says that it holds 3 GB', { content, bytes: 3 * 1024 ** 3 }, 'too-large'],
    ['grows 1000 times', { content: Buffer.alloc(110 * 1024 ** 2, ' ') }, 'too-large'],
  ])('%s', async (_, said, why) => {
    expect((await read(await withEntry(said))).faults).toEqual([{ code: 'archive', line: null, details: { why } }]);
  });

  it('has one part twice', async () => {
    const zip = await zipOf({ ...parts, 'xl/worksheets/sheet2.xml': content });
    const twice = Buffer.from(zip.toString('latin1').replaceAll('sheet2.xml', 'sheet1.xml'), 'latin1');
    expect((await read(twice)).faults).toMatchObject([{ details: { why: 'damaged' } }]);
  });

  it('is met with a fault or with the rows, whatever bytes are changed or cut off', async () => {
    const whole = await zipOf(parts);
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.option(fc.nat(whole.length)),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, byte, cut }) => {
        const bytes = Buffer.from(cut === null ? whole : whole.subarray(0, cut));
        if (at < bytes.length) bytes[at] = byte;
        const { faults, records } = await read(bytes);
        if (faults.length === 0)
          expect(records).toEqual([
            [2, 'x', '1'],
            [3, '2026-04-30', 'true'],
          ]);
      }),
      { numRuns: casesTried(150) },
    );
  });
});
