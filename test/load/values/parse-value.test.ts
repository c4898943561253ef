import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parserOf } from '../../../pipeline/load/values/parse-value.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import type { ColumnType } from '../../../pipeline/words/source.ts';

const decimal = (precision: number, scale: number): ColumnType => ({ name: 'decimal', precision, scale });
const plain = (type: ColumnType, decimal: ',' | '.') => parserOf({ type, written: null, unit: null }, { ...PLAIN, decimal }, 'UTC');
const dayNumber = (day: string) => Date.parse(day) / 86_400_000;

describe('parserOf', () => {
  it.each<[ColumnType, string, unknown]>([
    [{ name: 'text' }, ' Åby  skola ', ' Åby  skola '],
    [{ name: 'integer' }, '-42', -42n],
    [{ name: 'integer' }, '007', 7n],
    [{ name: 'integer' }, '9223372036854775807', 9223372036854775807n],
    [decimal(10, 2), '1234,5', 123450n],
    [decimal(10, 2), '-0,05', -5n],
    [decimal(10, 2), '\u22125,0', -500n],
    [decimal(4, 0), '9999', 9999n],
    [decimal(38, 2), '123456789012345678901234567890123456,78', 12345678901234567890123456789012345678n],
    [{ name: 'date' }, '2024-02-29', dayNumber('2024-02-29')],
    [{ name: 'month' }, '2026-03', dayNumber('2026-03-01')],
    [{ name: 'boolean' }, 'Ja', true],
    [{ name: 'boolean' }, '0', false],
  ])('%j reads %s', (type, text, value) => {
    expect(plain(type, ',')(text)).toBe(value);
  });

  it.each<[ColumnType, string]>([
    [{ name: 'text' }, 'a\u0000b'],
    [{ name: 'text' }, 'half \ud800'],
    [{ name: 'integer' }, '1 234'],
    [{ name: 'integer' }, '1,0'],
    [{ name: 'integer' }, '+1'],
    [{ name: 'integer' }, '1e3'],
    [{ name: 'integer' }, '9223372036854775808'],
    [decimal(10, 2), '1.5'],
    [decimal(10, 2), '1 234,50'],
    [decimal(10, 2), '1\u00a0234,50'],
    [decimal(10, 2), '1.234,50'],
    [decimal(10, 2), '12,345'],
    [decimal(10, 2), '123456789,00'],
    [decimal(10, 2), ',5'],
    [decimal(10, 2), '5,'],
    [decimal(10, 2), '1,5-'],
    [decimal(10, 2), '12,5 %'],
    [decimal(10, 2), '(1,50)'],
    [decimal(10, 2), 'cirka 410'],
    [decimal(10, 2), '..'],
    [decimal(10, 2), '1E3'],
    [decimal(10, 2), 'NaN'],
    [{ name: 'date' }, '2026-02-29'],
    [{ name: 'date' }, '2026-1-5'],
    [{ name: 'date' }, '01/02/2026'],
    [{ name: 'date' }, '2026-01-05T00:00:00'],
    [{ name: 'month' }, '2026-13'],
    [{ name: 'month' }, '2026-03-01'],
    [{ name: 'boolean' }, 'x'],
  ])('%j refuses %j', (type, text) => {
    expect(plain(type, ',')(text)).toBeUndefined();
  });

  it('never changes a decimal: what is written with the scale comes back digit by digit', () => {
    const scaled = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 18 }), (value, scale) => {
        const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
        const text = `${value < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
        expect(plain(decimal(18, scale), '.')(text)).toBe(value);
      }),
    );
  });

  it('reads every day that exists and no other', () => {
    const parse = plain({ name: 'date' }, '.');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
          expect(parse(text) !== undefined).toBe(month >= 1 && month <= 12 && day >= 1 && day <= last);
        },
      ),
    );
  });
});
