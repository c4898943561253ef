import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '../../pipeline/words/compare-bytes.ts';

it('orders as UTF-8 bytes do, for any two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', 'å', '\u00a0', '\ue000', '\uffff', '😀', '\u{10ffff}', '0'), maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );
});
