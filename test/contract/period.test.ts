import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDay,
  GRAIN_MONTHS,
  GRAINS,
  isDay,
  isMadeOf,
  lastDay,
  monthOf,
  monthsBetween,
  parsePeriod,
  periodEnd,
  periodStart,
  plusDays,
  writePeriod,
  yearOf,
} from '../../pipeline/contract/period.ts';

const month = fc.integer({ min: 12 * 1900, max: 12 * 2200 });

describe('months and days', () => {
  it('a month is read from a day and gives its first and last', () => {
    expect([firstDay(monthOf('2024-02-17')), lastDay(monthOf('2024-02-17')), yearOf(monthOf('2024-02-17'))]).toEqual([
      '2024-02-01',
      '2024-02-29',
      2024,
    ]);
    expect([firstDay(monthOf('2025-12-31')), lastDay(monthOf('2025-12-31')), firstDay(monthOf('2025-12-31') + 1)]).toEqual([
      '2025-12-01',
      '2025-12-31',
      '2026-01-01',
    ]);
    fc.assert(
      fc.property(month, m => {
        expect(monthOf(firstDay(m))).toBe(m);
        expect(monthOf(lastDay(m))).toBe(m);
        expect(plusDays(lastDay(m), 1)).toBe(firstDay(m + 1));
      }),
    );
  });

  it('days are added over months, years and leap days', () => {
    expect([plusDays('2024-02-28', 1), plusDays('2025-02-28', 1), plusDays('2025-12-31', 1), plusDays('2026-03-01', -1)]).toEqual([
      '2024-02-29',
      '2025-03-01',
      '2026-01-01',
      '2026-02-28',
    ]);
  });

  it('only a day that exists, written in full, is a day', () => {
    expect(['2024-02-29', '2026-01-01', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(
      ['2025-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '20260101', '', ' 2026-01-01'].map(isDay),
    ).toEqual(Array(9).fill(false));
  });

  it('months between are both included, and none backwards', () => {
    expect(monthsBetween(5, 7)).toEqual([5, 6, 7]);
    expect(monthsBetween(7, 7)).toEqual([7]);
    expect(monthsBetween(7, 6)).toEqual([]);
  });
});

describe('periods of a grain', () => {
  it('tertials begin in January, May and September, half-years in January and July', () => {
    const starts = (grain: 'tertial' | 'half-year' | 'quarter') =>
      [...new Set(monthsBetween(monthOf('2025-01-01'), monthOf('2025-12-01')).map(m => firstDay(periodStart(m, grain)).slice(5, 7)))].join(
        ' ',
      );
    expect([starts('tertial'), starts('half-year'), starts('quarter')]).toEqual(['01 05 09', '01 07', '01 04 07 10']);
  });

  it('a school year is July to June', () => {
    const spanOf = (day: string) => {
      const start = periodStart(monthOf(day), 'school-year');
      return [firstDay(start), lastDay(periodEnd(start, 'school-year'))];
    };
    expect(spanOf('2025-07-01')).toEqual(['2025-07-01', '2026-06-30']);
    expect(spanOf('2025-12-31')).toEqual(['2025-07-01', '2026-06-30']);
    expect(spanOf('2026-06-30')).toEqual(['2025-07-01', '2026-06-30']);
    expect(spanOf('2024-06-30')).toEqual(['2023-07-01', '2024-06-30']);
  });

  it('every month is in exactly one period of each grain, inside one year of its kind', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...GRAINS), (m, grain) => {
        const [start, end] = [periodStart(m, grain), periodEnd(periodStart(m, grain), grain)];
        expect(start <= m && m <= end && end - start + 1 === GRAIN_MONTHS[grain]).toBe(true);
        const kind = grain === 'school-year' ? grain : 'year';
        expect(periodStart(start, kind)).toBe(periodStart(end, kind));
        expect(periodStart(end, grain)).toBe(start);
        expect(periodStart(end + 1, grain)).toBe(end + 1);
      }),
    );
  });

  it('a grain is made of another where none of its periods cuts one of the other', () => {
    const first = 12 * 2000;
    for (const grain of GRAINS)
      for (const finest of GRAINS) {
        const cut = monthsBetween(first, first + 23).some(m => {
          const inner = periodStart(m, finest);
          return periodStart(inner, grain) !== periodStart(periodEnd(inner, finest), grain);
        });
        expect([grain, finest, isMadeOf(grain, finest)]).toEqual([grain, finest, !cut]);
      }
    expect(GRAINS.filter(finest => isMadeOf('school-year', finest))).toEqual(['month', 'quarter', 'half-year', 'school-year']);
  });

  it('a written period is of any grain, and nothing else', () => {
    const months = (text: string) => {
      const period = parsePeriod(text);
      return period && [period.grain, firstDay(period.first), lastDay(period.last)];
    };
    expect(months('2026')).toEqual(['year', '2026-01-01', '2026-12-31']);
    expect(months('2026-H1')).toEqual(['half-year', '2026-01-01', '2026-06-30']);
    expect(months('2026-T2')).toEqual(['tertial', '2026-05-01', '2026-08-31']);
    expect(months('2026-Q3')).toEqual(['quarter', '2026-07-01', '2026-09-30']);
    expect(months('2026-08')).toEqual(['month', '2026-08-01', '2026-08-31']);
    expect(months('2025/26')).toEqual(['school-year', '2025-07-01', '2026-06-30']);
    expect(months('1999/00')).toEqual(['school-year', '1999-07-01', '2000-06-30']);
    const wrong = ['2026-T0', '2026-T4', '2026-Q5', '2026-H3', '2026-00', '2026-13', '2026-8', '26', '2026-', '2026-08-01', 'T1', ''];
    expect([...wrong, '2025/27', '2025/25', '2025-26', '2025/2026'].map(months)).toEqual(Array(16).fill(null));
  });

  it('what is written is read back', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...GRAINS), (m, grain) => {
        const first = periodStart(m, grain);
        expect(parsePeriod(writePeriod(grain, first))).toEqual({ grain, first, last: periodEnd(first, grain) });
      }),
    );
  });
});
