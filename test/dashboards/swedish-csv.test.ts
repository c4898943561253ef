import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swedishCsv } from '../../dashboards/swedish-csv.ts';

const read = (text: string): string[][] => parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][];

describe('a file for Excel in Swedish', () => {
  it('has semicolons, decimal commas and the mark of UTF-8', () => {
    expect(
      swedishCsv([
        ['Enhet', 'jan 2026'],
        ['Å; "x"', -12.5],
        [null, 1e-7],
      ]),
    ).toBe('\uFEFFEnhet;jan 2026\r\n"Å; ""x""";-12,5\r\n;0,0000001\r\n');
  });

  it('gives no text that a spreadsheet takes for a formula, and every text back', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', ' ', "'", '"', ';');
    const cell = fc.tuple(start, fc.string()).map(([sign, rest]) => `${sign}${rest}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), lines => {
        const found = read(swedishCsv(lines));
        expect(found.flat().filter(text => /^[=+\-@\t\r]/.test(text))).toEqual([]);
        expect(found).toEqual(lines.map(line => line.map(text => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps numbers numbers, every decimal of them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), value => {
        const [[text]] = read(swedishCsv([[value, null]])) as [[string]];
        expect(text).toMatch(/^-?\d+(,\d+)?$/);
        expect(Math.abs(Number(text.replace(',', '.')) - value)).toBeLessThanOrEqual(Math.max(1e-20, Math.abs(value) * 1e-15));
      }),
      { numRuns: 300 },
    );
  });
});
