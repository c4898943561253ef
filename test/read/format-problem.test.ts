import { expect, it } from 'vitest';
import { formatProblem, problemAt, problemText } from '../../pipeline/messages/problems.ts';

it('formatProblem(problem) is file:line: what was found; what is allowed', () => {
  expect(formatProblem(problemAt('malbild.yaml', 3, 'unknown-key', 'pace', ['name', 'place'], false))).toBe(
    'malbild.yaml:3: unknown key `pace`; nearest is `place`, of `name`, `place`',
  );
});

it('an unknown key inside { } is told of commas', () => {
  expect(problemText('unknown-key', '5', ['at_most', 'partly'], true).allowed).toContain('a comma inside { }: quote the text');
});

it('of many known keys only the nearest is named', () => {
  const many = Array.from({ length: 30 }, (_, i) => `key-${i}`);
  expect(problemText('unknown-key', 'key-77', [...many, 'key-7'], false).allowed).toBe('nearest is `key-7`');
});
