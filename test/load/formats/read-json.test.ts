import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import { JsonNumber, parseJson } from '../../../pipeline/load/formats/json/parse-json.ts';
import type { Json } from '../../../pipeline/load/formats/json/parse-json.ts';
import { plainNumber } from '../../../pipeline/load/formats/plain-number.ts';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { column, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plain = (value: Json): unknown => {
  if (value instanceof JsonNumber) return Number(value.text);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  return Array.isArray(value) ? value.map(plain) : value;
};

describe('parseJson', () => {
  it('agrees with JSON.parse on every document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(parseJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses whatever JSON.parse refuses, and a key that stands twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:.-+01eE tfn\\u\n'), maxLength: 12 }), text => {
        let parsed: unknown;
        try {
          parsed = JSON.parse(text);
        } catch {
          expect(() => parseJson(text)).toThrow(BrokenExtract);
          return;
        }
        if (!/"/.test(text)) expect(plain(parseJson(text))).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
    expect(() => parseJson('{"a":1,"a":2}')).toThrow(BrokenExtract);
  });

  it('keeps numbers as they are written, and keys that JavaScript treats specially', () => {
    const value = parseJson('{"__proto__": 0.1000000000000000055, "n": -0.00, "big": 12345678901234567890}') as Map<string, Json>;
    expect([...value].map(([key, number]) => [key, (number as JsonNumber).text])).toEqual([
      ['__proto__', '0.1000000000000000055'],
      ['n', '-0.00'],
      ['big', '12345678901234567890'],
    ]);
  });

  it.each([
    ['{"a": 1,\n"b": }', 2],
    ['[1,\n2,\n]', 3],
    ['[1', 1],
    ['[1]\nx', 2],
    ['['.repeat(5000), 1],
  ])('names the line of what is wrong', (text, line) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ faults: [{ code: 'json', line, details: {} }] }));
  });
});

it('a JSON array that is cut anywhere is a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.nat(), (values, place) => {
      const text = JSON.stringify(values);
      expect(() => parseJson(text.slice(0, place % text.length))).toThrow(BrokenExtract);
    }),
  );
});

describe('plainNumber', () => {
  it.each([
    ['1.5e-7', '0.00000015'],
    ['-2E3', '-2000'],
    ['1.25e1', '12.5'],
    ['1.25e2', '125'],
    ['9.44', '9.44'],
    ['1e9999', '1e9999'],
  ])('writes %s as %s', (text, expected) => expect(plainNumber(text)).toBe(expected));
});

describe('readJson', () => {
  const source = (records = '') =>
    declare({ columns: [column('id'), column('n', 'integer')], format: { type: 'json', records, notation: PLAIN } });

  it('reads the array under the key path; the line is the record’s number', async () => {
    const { records } = await readAll(
      folder,
      '\ufeff{"data": {"items": [{"n": 1, "id": "x"}, {"id": "", "n": null}, {"id": true}]}}',
      source('data.items'),
    );
    expect(records).toEqual([
      [1, 'x', '1'],
      [2, null, null],
      [3, 'true', null],
    ]);
  });

  it('tells what is not an object as a misfit, and an object in a cell as no value', async () => {
    const { records, misfits } = await readAll(folder, '[{"id": {"a": 1}, "n": [2]}, 7]', source());
    expect(records).toEqual([[1, NESTED, NESTED]]);
    expect(misfits).toEqual([[2, '']]);
  });

  it('compares keys as headers: one that no record has is missing, one not declared is a notice', async () => {
    expect((await readAll(folder, '[{"ID": "x", "n": 1}]', source())).faults).toMatchObject([
      { code: 'missing-column', details: { column: 'id', nearest: 'ID' } },
    ]);
    expect((await readAll(folder, '[{"id": "x", "n": 1, "m": 2}]', source())).notices).toMatchObject([
      { code: 'extra-column', details: { columns: 'm' } },
    ]);
    expect(await readAll(folder, '[]', source())).toMatchObject({ records: [], faults: [] });
  });

  it('finds a column by its key, and where there is none by its path', async () => {
    const rest = source();
    const read = (content: string, ...headers: string[]) =>
      readAll(folder, content, { ...rest, columns: headers.map(header => column(header)) });
    const told = await read(
      '[{"a.b": "key", "a": {"b": "path"}}, {"a": {"b": 1.50}, "c": 1}, {"a": null}, {}, {"a": "x"}, {"a": [1]}, {"a": {"b": {}}}]',
      'a.b',
    );
    expect(told.records.map(([, cell]) => cell)).toEqual(['key', '1.50', null, null, NESTED, NESTED, NESTED]);
    expect(told.notices).toMatchObject([{ details: { columns: 'c' } }]);
    expect((await read('[{"a": "x"}, {"a": {"b": 1}}]', 'a', 'a.b')).records).toEqual([
      [1, 'x', NESTED],
      [2, NESTED, '1'],
    ]);
    expect((await read('[{"a": {"c": 1}}]', 'a.b')).faults).toMatchObject([{ code: 'missing-column', details: { column: 'a.b' } }]);
  });

  it('refuses a file that would take too much memory', async () => {
    expect((await readAll(folder, Buffer.alloc(64_000_001, '1'), source())).faults).toMatchObject([{ code: 'too-large' }]);
  });

  it.each([
    ['', 'no-header'],
    ['{"items": 1}', 'json-records'],
    ['[{"id": "x",}]', 'json'],
    ['[{"id": "\u0000"}]', 'encoding'],
  ])('refuses %j as %s', async (content, code) => {
    expect((await readAll(folder, content, source())).faults).toMatchObject([{ code }]);
  });
});

describe('readJson of Kolada v3', () => {
  const source = declare({
    columns: [column('kpi'), column('municipality'), column('period', 'integer'), column('gender'), column('value', 'decimal(18,8)')],
    format: { type: 'kolada-v3', notation: PLAIN },
  });
  const value = (gender: string, said: object = {}) => ({ gender, count: 1, status: '', value: 9.44, isdeleted: false, ...said });
  const body = (values: object[], said: object = {}) =>
    JSON.stringify({ values: [{ values, kpi: 'N00090', period: 2024, municipality: '0180' }], next_url: null, count: 1, ...said });

  it('gives one record a municipality, year and gender, and ignores deleted ones', async () => {
    const told = await readAll(
      folder,
      body([value('K'), value('M', { isdeleted: true }), value('T', { value: null, status: 'Missing' })]),
      source,
    );
    expect(told.records).toEqual([
      [1, 'N00090', '0180', '2024', 'K', '9.44'],
      [3, 'N00090', '0180', '2024', 'T', null],
    ]);
    expect(told).toMatchObject({ ignored: 1, notices: [], faults: [] });
  });

  it('warns when the body is one page of several', async () => {
    expect((await readAll(folder, body([value('T')], { next_url: 'https://api.kolada.se/v3/…' }), source)).notices).toMatchObject([
      { code: 'more-pages' },
    ]);
  });

  it.each(['[]', '{"values": {}}', '{"values": [{"kpi": "N00090"}]}'])('refuses %s, which has not the shape', async content => {
    expect((await readAll(folder, content, source)).faults).toMatchObject([{ code: 'kolada' }]);
  });
});
