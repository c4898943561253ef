import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSettled, keyOf, MARKS, sortMarks, type Mark, type Observation } from '../../pipeline/contract/observation.ts';

it('settled is no flag and none of the first five marks', () => {
  const settled = (flag: Observation['flag'], ...marks: Mark[]) => isSettled({ flag, marks }, false);
  expect(settled(null)).toBe(true);
  expect(settled(null, 'revised', 'example')).toBe(true);
  for (const mark of ['partial', 'incomplete', 'preliminary', 'late', 'held'] as const) expect(settled(null, mark), mark).toBe(false);
  for (const flag of ['suppressed', 'missing', 'not-applicable'] as const) expect(settled(flag), flag).toBe(false);
});

it('`gaps: accept` settles what is incomplete, and nothing else', () => {
  expect(isSettled({ flag: null, marks: ['incomplete'] }, true)).toBe(true);
  expect(isSettled({ flag: null, marks: ['incomplete', 'late'] }, true)).toBe(false);
  expect(isSettled({ flag: 'missing', marks: ['incomplete'] }, true)).toBe(false);
});

it('marks are printed in one order, each once', () => {
  expect(sortMarks(['example', 'partial', 'example', 'held'])).toEqual(['partial', 'held', 'example']);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MARKS)), marks => {
      expect(sortMarks(marks)).toEqual(MARKS.filter(mark => marks.includes(mark)));
    }),
  );
});

it('two keys are the same text only when they are the same key', () => {
  const key = fc.record({
    grain: fc.constantFrom('month' as const, 'year' as const),
    window: fc.constantFrom('period' as const, 'ytd' as const),
    period_start: fc.constantFrom('2025-01-01', '2026-01-01'),
    members: fc.array(fc.string({ unit: fc.constantFrom('a', '|', '*', '\\', '"', ','), maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  });
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(keyOf(a) === keyOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
    {
      examples: [
        [
          { grain: 'month', window: 'ytd', period_start: '2025-01-01', members: ['a|b', 'c'] },
          { grain: 'month', window: 'ytd', period_start: '2025-01-01', members: ['a', 'b|c'] },
        ],
      ],
    },
  );
});
