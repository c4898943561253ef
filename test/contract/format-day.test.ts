import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDay,
  formatMonth,
  formatMonthShort,
  formatPeriod,
  formatPeriodShort,
  formatSpan,
  formatSpanShort,
} from '../../pipeline/contract/format-day.ts';
import { firstDay, lastDay, monthOf } from '../../pipeline/contract/period.ts';

test('a day is written out, without a leading zero', () => {
  expect(formatDay('2026-11-17')).toBe('17 november 2026');
  expect(formatDay('2026-01-02')).toBe('2 januari 2026');
});

test('periods say their months; a whole year says its year', () => {
  expect(formatPeriod('month', '2026-10-01')).toBe('oktober 2026');
  expect(formatPeriod('tertial', '2026-05-01')).toBe('maj–augusti 2026');
  expect(formatPeriod('year', '2026-01-01')).toBe('2026');
  expect(formatPeriodShort('quarter', '2026-01-01')).toBe('jan–mars 2026');
  expect(formatPeriod('school-year', '2024-07-01')).toBe('läsåret 2024/25');
  expect(formatPeriodShort('school-year', '2024-07-01')).toBe('läsår 2024/25');
  expect(formatMonthShort(monthOf('2026-10-01'))).toBe('okt 2026');
});

test('spans say each year once', () => {
  const jan = monthOf('2026-01-01');
  expect(formatSpan(jan, jan + 7)).toBe('januari–augusti 2026');
  expect(formatSpanShort(jan, jan + 9)).toBe('jan–okt 2026');
  expect(formatSpan(jan - 2, jan + 1)).toBe('november 2025–februari 2026');
  expect(formatSpan(jan - 12, jan + 11)).toBe('2025–2026');
});

test('first and last day of a month name the same month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), month => {
      expect(formatDay(firstDay(month))).toBe(`1 ${formatMonth(month)}`);
      expect(formatDay(lastDay(month)).endsWith(formatMonth(month))).toBe(true);
    }),
  );
});
