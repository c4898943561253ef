import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../pipeline/publish/content-digest.ts';

describe('contentDigest', () => {
  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), record => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(contentDigest(reversed)).toBe(contentDigest(record));
      }),
    );
  });

  it('differs where values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(contentDigest(a) === contentDigest(b)).toBe(same);
      }),
    );
  });

  it('is the sha256 of JSON with sorted keys', () => {
    // printf '{"a":[1,null,"å"],"b":true}' | sha256sum
    expect(contentDigest({ b: true, a: [1, null, 'å'] })).toBe('fcba5a72e30bbe96e85e238dec1e3ed02131290408f8d94da4b615d8863c7727');
  });

  it('leaves out what is undefined, and reads a Map as an object', () => {
    expect(contentDigest({ a: 1, b: undefined })).toBe(contentDigest({ a: 1 }));
    expect(
      contentDigest(
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    ).toBe(contentDigest({ a: 1, b: 2 }));
  });

  it('hashes more than one piece', () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `row ${i}`);
    expect(contentDigest(long)).not.toBe(contentDigest([...long.slice(0, -1), 'row x']));
  });

  it.each([NaN, Infinity, 1n, new Date(0), () => 1, [undefined]])('refuses %s, which JSON cannot say', value => {
    expect(() => contentDigest({ value })).toThrow(/no canonical JSON/);
  });
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return {
    object: Object.keys(value)
      .sort()
      .map(key => [key, sorted((value as Record<string, unknown>)[key])]),
  };
};
