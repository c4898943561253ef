import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalParser, integerParser } from '../../../pipeline/load/values/number-parsers.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import type { Notation } from '../../../pipeline/words/format.ts';

const swedish: Notation = { ...PLAIN, decimal: ',', thousands: 'space' };
const german: Notation = { ...PLAIN, decimal: ',', thousands: '.' };
const trailing: Notation = { ...swedish, minus: 'trailing' };
const decimal = (notation: Notation, unit: string | null = null) => decimalParser({ precision: 12, scale: 2 }, notation, unit);

describe('numbers as declared', () => {
  it.each<[string, Notation, string | null, bigint]>([
    ['1 234,56', swedish, null, 123456n],
    ['1\u00a0234\u00a0567,5', swedish, null, 123456750n],
    ['1\u202f234', swedish, null, 123400n],
    ['1\u2009234', swedish, null, 123400n],
    ['1234,56', swedish, null, 123456n],
    ['0012,5', swedish, null, 1250n],
    ['-1 234,50', swedish, null, -123450n],
    ['\u22121\u00a0234,50', swedish, null, -123450n],
    ['1.234,5', german, null, 123450n],
    ['1.234', german, null, 123400n],
    ['1,234.5', { ...PLAIN, thousands: ',' }, null, 123450n],
    ['1 234,50-', trailing, null, -123450n],
    ['1 234,50\u2212', trailing, null, -123450n],
    ['-1,5', trailing, null, -150n],
    ['0,00-', trailing, null, 0n],
    ['12,5 %', swedish, '%', 1250n],
    ['12,5%', swedish, '%', 1250n],
    ['12,5', swedish, '%', 1250n],
    ['\u221212,5\u00a0%', swedish, '%', -1250n],
    ['1 500 kr', swedish, 'kr', 150000n],
    ['1 500 kr per invånare', swedish, 'kr per invånare', 150000n],
    ['50:-', swedish, ':-', 5000n],
    ['50- kr', trailing, 'kr', -5000n],
  ])('%j is read', (text, notation, unit, value) => {
    expect(decimal(notation, unit)(text)).toBe(value);
  });

  it.each<[string, Notation, string | null]>([
    ['12 34', swedish, null],
    ['1 2345', swedish, null],
    ['1234 567', swedish, null],
    ['0 123', swedish, null],
    ['1 234\u00a0567', swedish, null],
    ['1  234', swedish, null],
    ['1 234 ', swedish, null],
    [' 1 234', swedish, null],
    ['- 1', swedish, null],
    ['--1', swedish, null],
    ['1.234', swedish, null],
    ['1\u2007234', swedish, null],
    ['1,5 000', swedish, null],
    ['1 234,567', swedish, null],
    ['1 234,50-', swedish, null],
    ['-1 234,50-', trailing, null],
    ['1 234,50 -', trailing, null],
    ['1.23', german, null],
    ['1.2345,5', german, null],
    ['12,5 %', swedish, null],
    ['12,5  %', swedish, '%'],
    ['%', swedish, '%'],
    [' %', swedish, '%'],
    ['12,5 % ', swedish, '%'],
    ['12,5 % %', swedish, '%'],
    ['12,5 KR', swedish, 'kr'],
    ['12,5 tkr', swedish, 'kr'],
    ['kr 12,5', swedish, 'kr'],
    ['50 kr-', trailing, 'kr'],
    ['+1', swedish, null],
    ['1e3', swedish, null],
    ['(1,50)', swedish, null],
    ['cirka 410', swedish, null],
    ['٣', swedish, null],
    ['\u200f12', swedish, null],
    ['', swedish, '%'],
  ])('%j is refused', (text, notation, unit) => {
    expect(decimal(notation, unit)(text)).toBeUndefined();
  });

  it('an integer has no decimals and fits in 64 bits', () => {
    const integer = integerParser(swedish, 'st');
    expect(integer('9 223 372 036 854 775 807 st')).toBe(2n ** 63n - 1n);
    expect(integer('-9223372036854775808')).toBe(-(2n ** 63n));
    expect(integer('9 223 372 036 854 775 808')).toBeUndefined();
    expect(integer('1,0')).toBeUndefined();
    expect(integer('-0')).toBe(0n);
  });

  it('refuses ten million digits at once', () => {
    const digits = '9'.repeat(10_000_000);
    expect(integerParser(PLAIN, null)(digits)).toBeUndefined();
    expect(decimal(PLAIN)(digits)).toBeUndefined();
    expect(decimal(swedish)(`1${' 000'.repeat(2_500_000)}`)).toBeUndefined();
  });
});

const notations = fc
  .record({
    decimal: fc.constantFrom(',' as const, '.' as const),
    thousands: fc.constantFrom('space' as const, '.' as const, ',' as const, null),
    minus: fc.constantFrom('leading' as const, 'trailing' as const),
    missing: fc.constant([]),
  })
  .filter(({ decimal: sign, thousands }) => sign !== thousands);
const units = fc.constantFrom(null, '%', 'kr', ':-');
const choice = fc.record({
  separator: fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'),
  grouped: fc.boolean(),
  minus: fc.constantFrom('-', '\u2212'),
  behind: fc.boolean(),
  space: fc.constantFrom('', ' ', '\u00a0'),
  decimals: fc.integer({ min: 0, max: 4 }),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

/** Writes value / 10^4 by the notation; an independent way back to what the parser reads. */
function write(value: bigint, notation: Notation, unit: string | null, how: Choice): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  const whole = digits.slice(0, -4);
  const separator = notation.thousands === 'space' ? how.separator : notation.thousands;
  const grouped = how.grouped && separator !== null ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  const decimals = digits.slice(-4).replace(/0+$/, '').padEnd(how.decimals, '0');
  const minus = value < 0n ? how.minus : '';
  const behind = how.behind && notation.minus === 'trailing';
  const number = `${behind ? '' : minus}${grouped}${decimals === '' ? '' : notation.decimal + decimals}${behind ? minus : ''}`;
  return unit === null ? number : number + how.space + unit;
}

describe('for every notation', () => {
  const scaled = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
  it('what is written by it comes back exactly', () => {
    fc.assert(
      fc.property(scaled, notations, units, choice, (value, notation, unit, how) => {
        expect(decimalParser({ precision: 18, scale: 4 }, notation, unit)(write(value, notation, unit, how))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing but what can be written by it is accepted', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123 123 123 .,-\u2212\u00a0%kr:+e('), maxLength: 14 });
    let accepted = 0;
    fc.assert(
      fc.property(near, notations, units, (text, notation, unit) => {
        const value = decimalParser({ precision: 18, scale: 4 }, notation, unit)(text);
        if (value === undefined) return;
        accepted++;
        // Without its one unit, minus sign and separators, and with a point, it is a number that BigInt reads as the same.
        const bare = unit !== null && text.endsWith(unit) ? text.slice(0, -unit.length).replace(/[ \u00a0]$/, '') : text;
        const unsigned = bare.replace(/^[-\u2212]/, '').replace(notation.minus === 'trailing' ? /[-\u2212]$/ : /$^/, '');
        expect(bare.length - unsigned.length).toBeLessThanOrEqual(1);
        const [whole = '', decimals = ''] = unsigned.split(notation.decimal);
        const groups = whole.split(notation.thousands === 'space' ? /[ \u00a0]/ : (notation.thousands ?? 'none'));
        expect(groups.slice(1).every(group => /^\d{3}$/.test(group))).toBe(true);
        if (groups.length > 1) expect(groups[0]).toMatch(/^[1-9]\d{0,2}$/);
        const number = BigInt(groups.join('') + decimals.padEnd(4, '0'));
        expect(value).toBe(bare.length === unsigned.length ? number : -number);
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
