import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import type { Encoding } from '../../../pipeline/words/format.ts';
import { column, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-xml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (records: string, headers: readonly string[], encoding: Encoding = 'utf-8') =>
  declare({ columns: headers.map(header => column(header)), format: { type: 'xml', encoding, records, notation: PLAIN } });
const read = (xml: string | Uint8Array, records: string, ...headers: string[]) => readAll(folder, xml, source(records, headers));

const CASES = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <Answer xmlns="urn:cases">
      <Until>2026-03-31T00:00:00</Until>
      <Cases>
        <case dnr="B 2026-1"
              group="LOV">
          <status xmlns="urn:case">
            Pågående
          </status>
          <ended xsi:nil="true"/>
          <events>
            <event id="1"><kind>ANSÖKAN</kind></event>
            <event id="2"><kind><![CDATA[BESLUT & mer]]></kind><decision date="2026-03-02">Beviljas</decision></event>
          </events>
        </case>
        <case
              dnr="B 2026-2" group=""><events/><status>Avslutat</status><ended>2026-03-04</ended></case>
      </Cases>
    </Answer>
  </s:Body>
</s:Envelope>`;
const PATH = 'Envelope/Body/Answer/Cases/case';

describe('readXml', () => {
  it('reads elements and attributes by path, whatever the namespace; the line is where the element begins', async () => {
    const told = await read(CASES, PATH, '@dnr', '@group', 'status', 'ended');
    expect(told.records).toEqual([
      [6, 'B 2026-1', 'LOV', 'Pågående', null],
      [17, 'B 2026-2', null, 'Avslutat', '2026-03-04'],
    ]);
    expect(told).toMatchObject({ misfits: [], ignored: 0, notices: [], faults: [] });
  });

  it('reads an inner element, with what stands in those around it, also after it', async () => {
    const headers = ['@id', 'kind', 'decision', 'decision/@date', '../../@dnr', '../../status', '../../../../Until'];
    expect((await read(CASES, `${PATH}/events/event`, ...headers)).records).toEqual([
      [13, '1', 'ANSÖKAN', null, null, 'B 2026-1', 'Pågående', '2026-03-31T00:00:00'],
      [14, '2', 'BESLUT & mer', 'Beviljas', '2026-03-02', 'B 2026-1', 'Pågående', '2026-03-31T00:00:00'],
    ]);
    const after = '<r><a><x>1</x><x>2</x><n>A</n></a><a><x>3</x></a><a><x>4</x><n>B</n><n>C</n></a></r>';
    expect((await read(after, 'r/a/x', '.', '../n')).records).toEqual([
      [1, '1', 'A'],
      [1, '2', 'A'],
      [1, '3', null],
      [1, '4', NESTED],
    ]);
  });

  it('never takes one of several: an element that comes again, in itself or on the way, is no value', async () => {
    const cell = async (inner: string, header: string) => (await read(`<r><a>${inner}</a></r>`, 'r/a', header)).records[0]![1];
    expect(await cell('<b>1</b>', 'b')).toBe('1');
    expect(await cell('<b>1</b><b>2</b>', 'b')).toBe(NESTED);
    expect(await cell('<b/><b>2</b>', 'b')).toBe(NESTED);
    expect(await cell('<b><c>1</c></b><b/>', 'b/c')).toBe(NESTED);
    expect(await cell('<b><c>1</c></b><b><d/></b>', 'b/c')).toBe(NESTED);
    expect(await cell('<b><c>1</c><c>2</c></b>', 'b/c')).toBe(NESTED);
    expect(await cell('<b x="1"/><b/>', 'b/@x')).toBe(NESTED);
    expect(await cell('<b x="1" p:x="2"/>', 'b/@x')).toBe(NESTED);
    expect(await cell('<b>1<c/></b>', 'b')).toBe(NESTED);
    expect(await cell('<p:b>1</p:b><q:b>2</q:b>', 'b')).toBe(NESTED);
    expect(await cell('1<c/>', '.')).toBe(NESTED);
  });

  it('takes off the white space of the layout and no other; attributes and a no-break space stand', async () => {
    const { records } = await read('<r><a x=" 1 ">\n\t en\n rad \r\n</a><a x="">&#xA0;</a><a> \n </a></r>', 'r/a', '.', '@x');
    expect(records).toEqual([
      [1, 'en\n rad', ' 1 '],
      [4, '\u00a0', null],
      [4, null, null],
    ]);
  });

  it('an empty element and one that is nil are empty cells; nil by any prefix', async () => {
    const { records } = await read(
      '<r><a><b/></a><a><b i:nil="true"/></a><a><b i:nil="1"></b></a><a><b i:nil="false">x</b></a></r>',
      'r/a',
      'b',
    );
    expect(records.map(([, cell]) => cell)).toEqual([null, null, null, 'x']);
  });

  it('a column that no record has is told: a warning, and a fault where it is required', async () => {
    expect((await read('<r><a><b>1</b></a></r>', 'r/a', 'b', 'c', '@d')).notices).toEqual([
      { code: 'unseen-column', line: null, details: { columns: 'c, @d' } },
    ]);
    const required = source('r/a', ['b']);
    const columns = [...required.columns, column('c', 'text', { required: true })];
    expect((await readAll(folder, '<r><a><b>1</b></a></r>', { ...required, columns })).faults).toMatchObject([
      { code: 'missing-column', details: { column: 'c' } },
    ]);
  });
});

it('a file is read the same wherever its bytes come in pieces', async () => {
  const rest = '<a\r\n x="å€">\r\n<b>😀 &amp; <![CDATA[ö]]></b></a></r>';
  for (let before = 65_536 - Buffer.byteLength(rest) - 10; before <= 65_536; before++) {
    const xml = `<r><!--${''.padEnd(before - 10, ' ')}-->${rest}`;
    expect((await read(xml, 'r/a', '@x', 'b')).records).toEqual([[1, 'å€', '😀 & ö']]);
  }
});

describe('readXml of a document without records', () => {
  it.each([
    ['<r><until>2026-03-31</until><list/></r>', 'r/list/a'],
    ['<r><list/></r>', 'r/list/a'],
    ['<r><list> \n </list></r>', 'r/list/a/events/event'],
    ['<r><list><a><events/></a></list></r>', 'r/list/a/events/event'],
    ['<r><from>2026-03-01</from><until>2026-03-31</until></r>', 'r/a'],
    ['<r/>', 'r/list/a'],
  ])('takes %s as an empty batch of %s', async (xml, path) => {
    expect(await read(xml, path, 'x')).toMatchObject({ records: [], faults: [], notices: [] });
  });

  it.each([
    ['<q><list/></q>', 'r/list/a', 'q'],
    ['<a/>', 'r', 'a'],
    ['<r><items/></r>', 'r/list/a', 'items'],
    ['<r><list><A><x>1</x></A></list></r>', 'r/list/a', 'A'],
    ['<r><list><b id="1"/></list></r>', 'r/list/a', 'b'],
    ['<r><error>Timeout</error></r>', 'r/list/a', 'error'],
    ['<r><list>Timeout</list></r>', 'r/list/a', 'list'],
    ['<r><list><a><happenings><event/></happenings></a></list></r>', 'r/list/a/events/event', 'happenings'],
  ])('refuses %s, which has something else than %s', async (xml, path, found) => {
    expect((await read(xml, path, 'x')).faults).toEqual([{ code: 'xml-records', line: null, details: { path, found } }]);
  });
});

describe('readXml of what it should not trust', () => {
  it.each([
    ['', 'xml', 1],
    ['<r><a>1</a>\n', 'xml', 2],
    ['<r>\n<a>1</b></r>', 'xml', 2],
    ['<r><a x="1" x="2"/></r>', 'xml', 1],
    ['<r>\n\n<a>&aring;</a></r>', 'xml', 3],
    ['<r><a>1 < 2</a></r>', 'xml', 1],
    ['<r/>\n<r/>', 'xml', 2],
    ['id;n\n1;2', 'xml', 2],
    ['<r><a>\u0001</a></r>', 'encoding', 1],
    ['<r><a>&#1;</a></r>', 'xml', 1],
    ['<!DOCTYPE r [\n<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">\n]><r><a>&b;</a></r>', 'xml-doctype', 3],
    ['<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', 'xml-doctype', 1],
  ])('refuses %j as %s on line %i', async (xml, code, line) => {
    expect((await read(xml, 'r/a', '.')).faults).toMatchObject([{ code, line }]);
  });

  it('refuses elements without end in one another, before they take memory', async () => {
    expect((await read(`<r>\n${'<a>'.repeat(200_000)}`, 'r/a', '.')).faults).toEqual([
      { code: 'too-deep', line: 2, details: { limit: 100 } },
    ]);
  });

  it.each<[string, Encoding, string | null]>([
    ['UTF-8', 'utf-8', null],
    ['utf-8', 'utf-8', null],
    ['ISO-8859-1', 'utf-8', 'ISO-8859-1'],
    ['UTF-8', 'windows-1252', 'UTF-8'],
    ['ISO-8859-1', 'iso-8859-1', null],
    ['iso-8859-1', 'windows-1252', null],
    ['windows-1252', 'iso-8859-1', 'windows-1252'],
    ['ISO-8859-15', 'iso-8859-15', null],
    ['UTF-16', 'utf-16le', null],
    ['UTF-16', 'utf-8', 'UTF-16'],
  ])('a prolog that says %s of what is declared as %s: %s', async (said, encoding, found) => {
    const xml = `<?xml version="1.0" encoding="${said}"?><r><a>åäö</a></r>`;
    const bytes = Buffer.from(xml, encoding === 'utf-16le' ? 'utf16le' : encoding === 'utf-8' ? 'utf8' : 'latin1');
    const told = await readAll(folder, bytes, source('r/a', ['.'], encoding));
    if (found === null) expect(told).toMatchObject({ records: [[1, 'åäö']], faults: [] });
    else expect(told.faults).toEqual([{ code: 'xml-encoding', line: 1, details: { found, encoding } }]);
  });
});
