import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialTime } from '../../../../pipeline/load/formats/xlsx/serial-time.ts';

describe('serialTime', () => {
  it.each([
    [0, null],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [46142, '2026-04-30'],
    [46142.5, '2026-04-30T12:00:00'],
    [46142.5416666667, '2026-04-30T13:00:00'],
    [46142.999999999, '2026-05-01'],
    [46142.0000115741, '2026-04-30T00:00:01'],
    [46142.00000289352, '2026-04-30T00:00:00.250'],
    [2958465, '9999-12-31'],
    [2958466, null],
    [-1, null],
    [0.5, null],
  ])('in the 1900 system %d is %s', (serial, text) => expect(serialTime(serial, 'day', '1900')).toBe(text));

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44680, '2026-04-30'],
    [2957003, '9999-12-31'],
    [2957004, null],
  ])('in the 1904 system %d is %s', (serial, text) => expect(serialTime(serial, 'day', '1904')).toBe(text));

  it('shows a month as one on its first day only', () => {
    expect(serialTime(46113, 'month', '1900')).toBe('2026-04');
    expect(serialTime(46114, 'month', '1900')).toBe('2026-04-02');
    expect(serialTime(46113, 'day', '1900')).toBe('2026-04-01');
    expect(serialTime(46113.5, 'month', '1900')).toBe('2026-04-01T12:00:00');
  });

  it('shows a time of day, and never drops the day that stands before it', () => {
    expect(serialTime(0.25, 'time', '1900')).toBe('06:00:00');
    expect(serialTime(0, 'time', '1900')).toBe('00:00:00');
    expect(serialTime(46142.25, 'time', '1900')).toBe('2026-04-30T06:00:00');
  });

  it('shows a length of time in hours, however many', () => {
    expect(serialTime(1.5625, 'length', '1900')).toBe('37:30:00');
    expect(serialTime(0.25, 'length', '1900')).toBe('6:00:00');
    expect(serialTime(-0.25, 'length', '1900')).toBeNull();
  });

  it('gives every second of every day back', () => {
    const system = fc.constantFrom('1900' as const, '1904' as const);
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2957003 }), fc.integer({ min: 0, max: 86_399 }), system, (day, second, dates) => {
        const first = dates === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
        const iso = new Date(first + (day * 86_400 + second) * 1000).toISOString().slice(0, 19);
        expect(serialTime(day + second / 86_400, 'day', dates)).toBe(second === 0 ? iso.slice(0, 10) : iso);
      }),
    );
  });
});
