import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFields } from '../../../../pipeline/load/formats/sie/split-fields.ts';

/** What a writer may do: quotation marks where they are not needed, spaces and tabs in any number. */
const blank = fc.constantFrom(' ', '  ', '\t', ' \t ');
/** The format has no way to write a backslash before a quotation mark, or last in a quoted field. */
const text = fc.string({ unit: fc.constantFrom(...'aÅ1"{}# -.\\'), maxLength: 8 }).filter(it => !/\\("|$)/.test(it));
const isPlain = (it: string) => it !== '' && !/[ "{}]/.test(it);
const written = (it: string, quoted: boolean) => (quoted || !isPlain(it) ? `"${it.replaceAll('"', '\\"')}"` : it);
const field = fc.tuple(text, fc.boolean());

describe('splitFields', () => {
  it('gives back whatever fields and lists were written', () => {
    fc.assert(
      fc.property(fc.array(field), fc.array(field), fc.array(field), blank, (before, list, after, apart) => {
        const write = (fields: [string, boolean][]) => fields.map(([it, quoted]) => written(it, quoted)).join(apart);
        const line = `#TRANS${apart}${write(before)}${apart}{${write(list)}}${apart}${write(after)}`;
        const texts = (fields: [string, boolean][]) => fields.map(([it]) => it);
        expect(splitFields(line)).toEqual(['#TRANS', ...texts(before), texts(list), ...texts(after)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives fields or null for every line, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'"\\{} \ta'), maxLength: 30 }), line => {
        const fields = splitFields(line);
        expect(fields === null || Array.isArray(fields)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(splitFields(`#TRANS "${'\\"'.repeat(500_000)}`)).toBeNull();
  });

  it.each(['#A "b', '#A {1 2', '#A }', '#A {1 {2}}', '#A "b"c', '#A {1}2', '#A "b"{1}', '#A "b\\"'])('refuses %s', line => {
    expect(splitFields(line)).toBeNull();
  });

  it('keeps a quotation mark inside an unquoted field', () => {
    expect(splitFields('#KONTO 1 5"skiva {a"b}')).toEqual(['#KONTO', '1', '5"skiva', ['a"b']]);
  });
});
