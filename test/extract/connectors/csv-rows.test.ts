import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvHeader, csvLine } from '../../../pipeline/extract/connectors/servers/csv-rows.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', ';', 'å', '🏠', '\\', "'", 'a') }),
  fc.string(),
);

it('what is written is what is read, whatever it holds; null is an empty cell', () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, rows => {
      const read = parse(Buffer.from(rows.map(csvLine).join('')), { record_delimiter: '\r\n' });
      expect(read).toEqual(rows.map(cells => cells.map(value => value ?? '')));
    }),
  );
});

it.each([
  [[], 'refused: a statement that gives no columns: it is no query'],
  [['a', ''], 'wrong-answer: column 2 has no name'],
  [['a', 'b', 'a'], 'wrong-answer: columns 1 and 3 have the same name'],
])('columns %j cannot be found by name', (names, text) => {
  expect(() => csvHeader(names)).toThrow(text);
});
