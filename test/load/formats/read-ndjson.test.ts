import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { column, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-ndjson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (...headers: string[]) =>
  declare({ columns: headers.map(header => column(header)), format: { type: 'ndjson', notation: PLAIN } });
const read = (content: string | Uint8Array) => readAll(folder, content, source('id', 'n', 'case.status'));

describe('readNdjson', () => {
  it('reads an object a line, with numbers as they are written; the line is the file’s', async () => {
    const told = await read('\ufeff{"id": "å", "n": 0.1000000000000000055, "case": {"status": "ny"}}\r\n{"n": 1e-7}\n{"id": "", "n": [1]}');
    expect(told).toMatchObject({ misfits: [], notices: [], faults: [] });
    expect(told.records).toEqual([
      [1, 'å', '0.1000000000000000055', 'ny'],
      [2, null, '0.0000001', null],
      [3, null, NESTED, null],
    ]);
  });

  it('tells a line that is no object as a misfit, with its text; empty lines at the end are no records', async () => {
    const told = await read('{"id": 1, "n": 1, "case": {"status": 1}}\n\n{"id": 2\n7\n{"id": 3}\n \n\n');
    expect(told.records.map(([line]) => line)).toEqual([1, 5]);
    expect(told.misfits).toEqual([
      [2, ''],
      [3, '{"id": 2'],
      [4, '7'],
    ]);
  });

  it('compares the keys of all lines with the columns', async () => {
    expect((await read('{"id": 1, "x": 1}\n{"n": 1, "case": {}}')).faults).toMatchObject([
      { code: 'missing-column', details: { column: 'case.status', nearest: '' } },
    ]);
    expect((await read('{"id": 1, "x": 1}\n{"n": 1, "case": {"status": null}}')).notices).toMatchObject([{ details: { columns: 'x' } }]);
  });

  it.each([
    ['', 'ndjson'],
    ['\n\n', 'ndjson'],
    ['id;n\n1;2\n', 'ndjson'],
    ['[{"id": 1}, {"id": 2}]', 'ndjson'],
    ['{\n"id": 1\n}', 'ndjson'],
    ['{"id": "\u0000"}', 'encoding'],
  ])('refuses %j as %s', async (content, code) => {
    expect((await read(content)).faults).toMatchObject([{ code }]);
  });

  it('refuses a line that never ends', async () => {
    expect((await read(`{"id": 1}\n{"id": "${'x'.repeat(17_000_000)}`)).faults).toMatchObject([{ code: 'too-large', line: 2 }]);
  });
});

/** Text cells that are no empty cell, some of them with what may not break a line or a record. */
const cell = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom('a\nb', '"', '\\', '{', '}\n{', 'å'.repeat(40_000)));
const LONE_OR_CONTROL = /[\p{Cs}]/u;

describe('readNdjson, whatever the records', () => {
  it('gives back what was written, and cut anywhere it says so or has the whole lines before the cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.nat(), async (cells, at) => {
        fc.pre(cells.every(text => !LONE_OR_CONTROL.test(text)));
        const escaped = (text: string) =>
          JSON.stringify(text).replace(/[\u007f-\u009f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
        const lines = cells.map(text => `{"id": ${escaped(text)}}`);
        const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
        const told = await readAll(folder, bytes, source('id'));
        expect(told.records).toEqual(cells.map((text, i) => [i + 1, text]));
        const cut = at % bytes.length;
        const part = await readAll(folder, bytes.subarray(0, cut), source('id'));
        const ends = lines.map((_, i) => Buffer.byteLength(lines.slice(0, i + 1).join('\n')));
        const whole = ends.filter(end => end <= cut).length;
        const atLineEnd = ends.some(end => cut === end || cut === end + 1);
        if (part.faults.length === 0) {
          expect(part.records).toEqual(told.records.slice(0, whole));
          expect(part.misfits.length).toBe(atLineEnd ? 0 : 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
