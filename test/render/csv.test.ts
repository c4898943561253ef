import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from '../../pipeline/render/csv.ts';

it('is RFC 4180: comma, CRLF, quotes only where needed and doubled inside', () => {
  expect(
    csv(
      ['a', 'b,c'],
      [
        ['x "y"', 'line\nbreak'],
        ['å; ä', ' kept '],
        [null, ''],
      ],
    ),
  ).toBe('a,"b,c"\r\n"x ""y""","line\nbreak"\r\nå; ä, kept \r\n,\r\n');
});

it('numbers have a point and no grouping; null is empty', () => {
  expect(csv(['n'], [[1234567.5], [-0.000001], [1e21], [0], [null], ['0.10']])).toBe(
    'n\r\n1234567.5\r\n-0.000001\r\n1e+21\r\n0\r\n\r\n0.10\r\n',
  );
});

it('reads back as written, whatever the text', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', 'å', ';'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }), rows => {
      expect(parse(csv(['one', 'two'], rows), { record_delimiter: '\r\n' })).toEqual([['one', 'two'], ...rows]);
    }),
  );
});
