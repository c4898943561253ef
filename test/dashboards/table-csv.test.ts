import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvField } from '../../dashboards/site/table-csv.ts';

test('numbers are as a Swedish spreadsheet reads them', () => {
  expect(csvField('1\u00a0234,5')).toBe('1234,5');
  expect(csvField('\u22120,4')).toBe('-0,4');
  expect(csvField('+0,4')).toBe('0,4');
  expect(csvField('7,8\u00a0%')).toBe('7,8\u00a0%');
});

test('no text is a formula, and every text is what it was', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r']) expect(csvField(`${sign}cmd|' /C calc'!A0`)).toMatch(/^"?'/);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), texts => {
      const line = texts.map(csvField).join(';');
      const [read = []] = parse(`${line}\n`, { delimiter: ';', relax_column_count: true, record_delimiter: '\n' }) as string[][];
      expect(read).toHaveLength(texts.length);
      read.forEach((field, i) => {
        const isNumber = /^[+\u2212-]?\d[\d\u00a0]*(,\d+)?$/.test(texts[i]!);
        if (isNumber) expect(field).toMatch(/^-?\d+(,\d+)?$/);
        else {
          expect(field).not.toMatch(/^[=+\-@\t\r]/);
          expect(field.replace(/^'/, '')).toBe(texts[i]!.replaceAll('\u00ad', '').replace(/^'/, ''));
        }
      });
    }),
  );
});
