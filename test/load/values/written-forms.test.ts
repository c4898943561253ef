import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parserOf, typedParserOf } from '../../../pipeline/load/values/parse-value.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { DATE_FORMS, MONTH_FORMS } from '../../../pipeline/words/source.ts';
import type { WrittenForm } from '../../../pipeline/words/source.ts';

const column = (name: 'date' | 'month', written: WrittenForm | null) => ({ type: { name }, written, unit: null });
const parser = (name: 'date' | 'month', written: WrittenForm | null) => parserOf(column(name, written), PLAIN, 'Europe/Stockholm');
const isoOf = (value: unknown) => (value === undefined ? undefined : new Date(Number(value) * 86_400_000).toISOString().slice(0, 10));

describe('dates as written', () => {
  it.each<[WrittenForm, string, string]>([
    ['compact', '20260430', '2026-04-30'],
    ['swedish', '30 april 2026', '2026-04-30'],
    ['swedish', '1 Maj 2026', '2026-05-01'],
    ['swedish', '01 JUN 2026', '2026-06-01'],
    ['swedish', '29\u00a0feb\u00a02024', '2024-02-29'],
    ['timestamp', '2026-04-30T13:45:00', '2026-04-30'],
    ['timestamp', '2026-04-30 23:59:59.999999999', '2026-04-30'],
    ['timestamp', '2026-04-30 00:00', '2026-04-30'],
    ['timestamp', '2026-04-30T21:59:59Z', '2026-04-30'],
    ['timestamp', '2026-04-30T22:00:00Z', '2026-05-01'],
    ['timestamp', '2026-01-31T22:59:59.000Z', '2026-01-31'],
    ['timestamp', '2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['timestamp', '2026-05-01T05:00:00+09:00', '2026-04-30'],
    ['timestamp', '2026-04-30 12:00:00-1200', '2026-05-01'],
    ['timestamp', '2026-04-30 12:00:00+02', '2026-04-30'],
    // The clock goes forward at 01:00 UTC on 29 March 2026, and back at 01:00 UTC on 25 October.
    ['timestamp', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['timestamp', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['timestamp', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['timestamp', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['timestamp', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['timestamp', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['week', 'v. 18 2026', '2026-04-27'],
    ['week', 'V.18 2026', '2026-04-27'],
    ['week', 'v. 1 2026', '2025-12-29'],
    ['week', '2026-W18', '2026-04-27'],
    ['week', '2026W18', '2026-04-27'],
    ['week', '2026v18', '2026-04-27'],
    ['week', '2026-W53', '2026-12-28'],
    ['week', '2021-W01', '2021-01-04'],
    ['quarter', '2024K2', '2024-04-01'],
    ['quarter', '2024k4', '2024-10-01'],
    ['school-year', '2024/25', '2024-07-01'],
    ['school-year', '2024/2025', '2024-07-01'],
    ['school-year', 'läsår 2024/25', '2024-07-01'],
    ['school-year', 'La\u0308sa\u030ar 2024/25', '2024-07-01'],
    ['school-year', '1999/00', '1999-07-01'],
    ['school-year', '1999/2000', '1999-07-01'],
    ['year', '2026', '2026-01-01'],
  ])('%s %s is %s', (written, text, day) => {
    expect(isoOf(parser('date', written)(text))).toBe(day);
  });

  it.each<[WrittenForm, string]>([
    ['compact', '2026-04-30'],
    ['compact', '20260431'],
    ['compact', '260430'],
    ['swedish', '31 april 2026'],
    ['swedish', '0 april 2026'],
    ['swedish', '30 apr. 2026'],
    ['swedish', '30 aprl 2026'],
    ['swedish', '30  april 2026'],
    ['swedish', 'den 30 april 2026'],
    ['swedish', '30 april 26'],
    ['swedish', '30 aprıl 2026'],
    ['timestamp', '2026-04-30'],
    ['timestamp', '2026-04-31T00:00:00'],
    ['timestamp', '2026-04-30T24:00:00'],
    ['timestamp', '2026-04-30T13:60:00'],
    ['timestamp', '2026-04-30T13:45:60'],
    ['timestamp', '2026-04-30T13'],
    ['timestamp', '2026-04-30T13:45:00 Z'],
    ['timestamp', '2026-04-30T13:45:00+15:00'],
    ['timestamp', '2026-04-30T13:45:00+01:60'],
    ['timestamp', '2026-04-30  13:45:00'],
    ['timestamp', '0001-01-01T00:00:00Z'],
    ['week', 'v. 0 2026'],
    ['week', 'v. 54 2026'],
    ['week', '2025-W53'],
    ['week', '2026-W1'],
    ['week', '18'],
    ['week', 'vecka 18 2026'],
    ['quarter', '2024K5'],
    ['quarter', '2024K0'],
    ['quarter', 'K2 2024'],
    ['school-year', '2024/27'],
    ['school-year', '2024/2024'],
    ['school-year', '2024-25'],
    ['school-year', '2024'],
    ['school-year', 'läsår2024/25'],
    ['year', '26'],
    ['year', '2026-01-01'],
  ])('%s does not take %s', (written, text) => {
    expect(parser('date', written)(text)).toBeUndefined();
  });

  it.each<[WrittenForm | null, string, string | undefined]>([
    ['compact', '202604', '2026-04-01'],
    ['compact', '202613', undefined],
    ['compact', '2026-04', undefined],
    ['swedish', 'April 2026', '2026-04-01'],
    ['swedish', 'sep 2026', '2026-09-01'],
    ['swedish', 'april', undefined],
    ['pxweb', '2026M04', '2026-04-01'],
    ['pxweb', '2026M00', undefined],
    [null, '2026-04', '2026-04-01'],
    [null, '202604', undefined],
  ])('of a month, %s makes %s %s', (written, text, day) => {
    expect(isoOf(parser('month', written)(text))).toBe(day);
  });
});

describe('values that the file types', () => {
  it('are written plainly, or as the column says where a number can be', () => {
    const typed = (name: 'date' | 'month', written: WrittenForm | null, text: string) =>
      isoOf(typedParserOf(column(name, written), 'Europe/Stockholm')(text));
    expect(typed('date', null, '2026-04-30')).toBe('2026-04-30');
    expect(typed('date', 'year', '2026')).toBe('2026-01-01');
    expect(typed('date', 'year', '2026-04-30')).toBe('2026-04-30');
    expect(typed('date', 'compact', '20260430')).toBe('2026-04-30');
    expect(typed('month', 'compact', '202604')).toBe('2026-04-01');
    expect(typed('date', null, '20260430')).toBeUndefined();
  });

  it('have no unit, whatever the column’s texts have', () => {
    const typed = typedParserOf({ type: { name: 'integer' }, written: null, unit: '%' }, 'UTC');
    expect([typed('12'), typed('12 %')]).toEqual([12n, undefined]);
  });
});

/** ISO 8601 by another way than the parser's: the week of a day is that of its Thursday, counted from that Thursday's 1 January. */
function weekOf(day: Date): [year: number, week: number] {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  return [year, 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000))];
}

const two = (n: number) => String(n).padStart(2, '0');
const long = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: 'long', timeZone: 'UTC' });
type Writer = (day: Date) => [text: string, first: string];
const iso = (day: Date) => day.toISOString().slice(0, 10);
const DATE_WRITERS: Record<(typeof DATE_FORMS)[number], Writer> = {
  compact: day => [iso(day).replaceAll('-', ''), iso(day)],
  swedish: day => [long.format(day), iso(day)],
  timestamp: day => [`${iso(day)}T${two(day.getTime() % 24)}:00:00`, iso(day)],
  week: day => {
    const [year, week] = weekOf(day);
    return [`v. ${week} ${year}`, iso(new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000))];
  },
  quarter: day => {
    const quarter = Math.floor(day.getUTCMonth() / 3);
    return [`${day.getUTCFullYear()}K${quarter + 1}`, `${day.getUTCFullYear()}-${two(3 * quarter + 1)}-01`];
  },
  'school-year': day => [`${day.getUTCFullYear()}/${two((day.getUTCFullYear() + 1) % 100)}`, `${day.getUTCFullYear()}-07-01`],
  year: day => [String(day.getUTCFullYear()), `${day.getUTCFullYear()}-01-01`],
};
const MONTH_WRITERS: Record<(typeof MONTH_FORMS)[number], Writer> = {
  compact: day => [iso(day).slice(0, 7).replace('-', ''), `${iso(day).slice(0, 7)}-01`],
  swedish: day => [longMonth.format(day), `${iso(day).slice(0, 7)}-01`],
  pxweb: day => [iso(day).slice(0, 7).replace('-', 'M'), `${iso(day).slice(0, 7)}-01`],
};

describe('for every day', () => {
  const days = fc
    .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
    .map(n => new Date(n * 86_400_000));
  it.each([
    ...DATE_FORMS.map(written => ['date', written, DATE_WRITERS[written]] as const),
    ...MONTH_FORMS.map(written => ['month', written, MONTH_WRITERS[written]] as const),
  ])('a %s written as %s comes back', (name, written, write) => {
    const parse = parser(name, written);
    fc.assert(
      fc.property(days, day => {
        const [text, first] = write(day);
        expect(isoOf(parse(text))).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  it('no text is of two forms of one type, but what any form takes is a day that exists', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789 -/vWKM.T:', 'april', 'maj', 'läsår ', '2026', '20'), maxLength: 8 });
    for (const [name, forms] of [
      ['date', DATE_FORMS],
      ['month', MONTH_FORMS],
    ] as const) {
      const parsers = [null, ...forms].map(written => parser(name, written));
      fc.assert(
        fc.property(near, text => {
          const days = parsers.flatMap(parse => isoOf(parse(text)) ?? []);
          expect(days.length).toBeLessThanOrEqual(1);
          for (const day of days) expect(day).toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
        }),
        { numRuns: 3000 },
      );
    }
  });
});
