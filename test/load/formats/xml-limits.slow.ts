import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { xmlParser } from '../../../pipeline/load/formats/xml/parse-xml.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { column, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-xml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (xml: string, records: string, header: string) =>
  readAll(folder, xml, declare({ columns: [column(header)], format: { type: 'xml', encoding: 'utf-8', records, notation: PLAIN } }));

describe('what an XML file may ask of memory', () => {
  it('stops at a record, a text, a comment or a DTD that never ends', () => {
    const endless = (begin: string, more: string): string[] => {
      const parser = xmlParser('utf-8', { open: () => undefined, text: () => undefined, close: () => undefined });
      try {
        parser.write(begin);
        for (let i = 0; i < 40; i++) parser.write(more);
        return [];
      } catch (error) {
        if (error instanceof BrokenExtract) return error.faults.map(({ code }) => code);
        throw error;
      }
    };
    const more = 'x'.repeat(1 << 19);
    expect(endless('<r><a>', more)).toEqual(['too-large']);
    expect(endless('<r><!-- ', more)).toEqual(['too-large']);
    expect(endless('<!DOCTYPE r [ ', more)).toEqual(['too-large']);
    expect(endless('<r a="', more)).toEqual(['too-large']);
    expect(endless('<r>', `<a>${more}</a>`)).toEqual([]);
  });

  it('stops where one record, or the element that its columns reach up to, is more than it keeps', async () => {
    const many = `<b>${'x'.repeat(999_993)}</b>`.repeat(18);
    expect((await read(`<r>\n<a>${many}</a></r>`, 'r/a', 'n')).faults).toMatchObject([{ code: 'too-large', line: 2 }]);
    expect((await read(`<r>\n<a>${many}</a></r>`, 'r/a/b', '../n')).faults).toMatchObject([{ code: 'too-large', line: 2 }]);
    expect((await read(`<r>\n<a n="1">${many}</a></r>`, 'r/a/b', '../@n')).records).toHaveLength(18);
    expect((await read(`<r>\n<c>${many}</c><a/></r>`, 'r/a', 'n')).records).toHaveLength(1);
  });
});
