import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parserOf } from '../../../pipeline/load/values/parse-value.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';

const parse = parserOf({ type: { name: 'timestamp' }, written: null, unit: null }, PLAIN, 'Europe/Stockholm');
const micros = (iso: string, more = 0n) => BigInt(Date.parse(`${iso}Z`)) * 1000n + more;

describe('a timestamp', () => {
  it.each<[string, bigint]>([
    ['2021-03-05 10:00:00', micros('2021-03-05T10:00:00')],
    ['2021-03-05T10:00', micros('2021-03-05T10:00:00')],
    ['2021-03-05T10:00:00.123456', micros('2021-03-05T10:00:00', 123456n)],
    ['2021-03-05T10:00:00.1', micros('2021-03-05T10:00:00', 100000n)],
    ['2021-03-05 10:00:00.1234560', micros('2021-03-05T10:00:00', 123456n)],
    ['1969-12-31 23:59:59.5', -500000n],
    ['2021-03-05T10:00:00Z', micros('2021-03-05T11:00:00')],
    ['2021-07-05T10:00:00Z', micros('2021-07-05T12:00:00')],
    ['2021-03-05T10:00:00.25-05:00', micros('2021-03-05T16:00:00', 250000n)],
    ['2026-03-29T00:59:59Z', micros('2026-03-29T01:59:59')],
    ['2026-03-29T01:00:00Z', micros('2026-03-29T03:00:00')],
    ['2026-10-25T00:30:00Z', micros('2026-10-25T02:30:00')],
    ['2026-10-25T01:30:00Z', micros('2026-10-25T02:30:00')],
    ['0001-01-01 00:00:00', micros('0001-01-01T00:00:00')],
    ['9999-12-31 23:59:59.999999', micros('9999-12-31T23:59:59', 999999n)],
  ])('%s is read as the clock on the wall', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each([
    '2021-03-05',
    '2021-03-05 10:00:00.1234567',
    '2021-02-29 10:00:00',
    '2021-03-05 10:00:00.',
    '2021-03-05t10:00:00',
    '2021-03-05 1:00:00',
    'now',
  ])('%s is refused', text => expect(parse(text)).toBeUndefined());

  it.each(['Europe/Stockholm', 'America/St_Johns', 'Australia/Lord_Howe'])(
    'is what the clock in %s shows, whatever instants came before',
    timeZone => {
      const local = parserOf({ type: { name: 'timestamp' }, written: null, unit: null }, PLAIN, timeZone);
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
      // Newfoundland's clocks went forward at 00:01; Lord Howe's go half an hour.
      const spring = fc.constantFrom(
        Date.UTC(2006, 3, 2, 3, 31),
        Date.UTC(2026, 2, 29, 1),
        Date.UTC(2026, 3, 4, 15),
        Date.UTC(2026, 9, 25, 1),
      );
      fc.assert(
        fc.property(spring, fc.integer({ min: -7200, max: 7200 }), (transition, seconds) => {
          const instant = new Date(transition + 1000 * seconds);
          expect(local(instant.toISOString())).toBe(micros(clock.format(instant).replace(' ', 'T')));
        }),
        { numRuns: 300 },
      );
    },
  );

  it('comes back to the microsecond, with and without an offset', () => {
    const utc = parserOf({ type: { name: 'timestamp' }, written: null, unit: null }, PLAIN, 'UTC');
    const limit = 4_000_000_000_000_000n;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: limit }), fc.constantFrom('', 'Z', '+00:00', '-0000'), (value, offset) => {
        const text = new Date(Number(value / 1000n)).toISOString().slice(0, -1) + String(value % 1000n).padStart(3, '0');
        expect(utc(text + offset)).toBe(value);
      }),
    );
  });
});
