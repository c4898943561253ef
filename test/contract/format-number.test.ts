import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceUnit, formatDifference, formatNumber, formatSigned, formatValue } from '../../pipeline/contract/format-number.ts';
import { round } from '../../pipeline/contract/round.ts';

const percent = { unit: '%', unit_id: 'percent', decimals: 1 };
const count = { unit: '', unit_id: 'count', decimals: 0 };

test('numbers are written as Swedish writes them', () => {
  expect(formatNumber(-0.4, 1)).toBe('\u22120,4');
  expect(formatNumber(1234567.84, 1)).toBe('1\u00a0234\u00a0567,8');
  expect(formatNumber(999.5, 0)).toBe('1\u00a0000');
  expect(formatNumber(-0.04, 1)).toBe('0,0');
  expect(formatNumber(1.005, 2)).toBe('1,01');
});

test('a value carries its unit after a no-break space', () => {
  expect(formatValue(7.55, percent)).toBe('7,6\u00a0%');
  expect(formatValue(74, { unit: 'dagar', unit_id: 'days', decimals: 0 })).toBe('74\u00a0dagar');
  expect(formatValue(1234, count)).toBe('1\u00a0234');
});

test('percent differ in percentage points, everything else in its unit', () => {
  expect(formatDifference(-0.3, percent)).toBe('0,3\u00a0procentenheter');
  expect(differenceUnit({ unit: 'kr', unit_id: 'sek', decimals: 0 })).toBe('kr');
  expect(formatDifference(12, count)).toBe('12');
});

test('signs are said as printed: what rounds to zero has none', () => {
  expect(formatSigned(0.42, 1)).toBe('+0,4');
  expect(formatSigned(0.04, 1)).toBe('0,0');
  expect(formatSigned(-0.06, 1)).toBe('\u22120,1');
});

test('what is printed reads back as the rounded number, for all numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
      const back = Number(formatNumber(value, decimals).replaceAll('\u00a0', '').replace('\u2212', '-').replace(',', '.'));
      expect(back).toBe(round(value, decimals) + 0);
    }),
  );
});

test('a negative number mirrors its positive, and only minus and digits in threes are used', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
      const text = formatNumber(value, decimals);
      expect(text).toMatch(/^\d{1,3}(\u00a0\d{3})*(,\d+)?$/);
      expect(formatNumber(-value, decimals)).toBe(round(value, decimals) === 0 ? text : `\u2212${text}`);
    }),
  );
});
