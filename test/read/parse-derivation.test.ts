import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../pipeline/messages/problems.ts';
import { parseDerivation } from '../../pipeline/read/parse-derivation.ts';
import type { Derivation } from '../../pipeline/words/metric.ts';

const metric = (id: string, over_time: 'sum' | 'last' | 'mean' | null = null, members = {}): Derivation => ({
  type: 'metric',
  id,
  over_time,
  members,
});
const number = (value: number): Derivation => ({ type: 'number', value });
const operation = (left: Derivation, operator: '+' | '-' | '*' | '/', right: Derivation): Derivation => ({
  type: 'operation',
  operator,
  left,
  right,
});

describe('parseDerivation(text)', () => {
  it.each<[string, Derivation]>([
    ['metric(net-cost) / metric(fte, over_time: mean)', operation(metric('net-cost'), '/', metric('fte', 'mean'))],
    ['metric(a)-metric(b)-1', operation(operation(metric('a'), '-', metric('b')), '-', number(1))],
    ['1 + 2 * 3.5', operation(number(1), '+', operation(number(2), '*', number(3.5)))],
    [
      '(1 + 2) * metric( b , organisation : all , sex: K )',
      operation(operation(number(1), '+', number(2)), '*', metric('b', null, { organisation: '*', sex: 'K' })),
    ],
    ['metric(b, municipality: 0180)', metric('b', null, { municipality: '0180' })],
  ])('%s', (text, expression) => {
    expect(parseDerivation(text)).toEqual({ ok: true, expression });
  });

  it.each<[string, string, number, string]>([
    ['', 'the end', 1, 'a number, metric(<id>) or `(`'],
    ['metric(a) metric(b)', '`metric`', 11, 'an operator (+ - * /) or the end'],
    ['metric(a', 'the end', 9, '`,` or `)`'],
    ['metric(a) % 2', '`%`', 11, 'an operator (+ - * /) or the end'],
    ['sum(a)', '`sum`', 1, 'a number, metric(<id>) or `(`'],
    ['metric(a, over_time: median)', '`median`', 22, '`sum`, `last` or `mean`'],
    ['metric(a, sex: K, sex: M)', '`:`', 22, '`sex` once'],
    ['(metric(a)', 'the end', 11, '`)`'],
  ])('%s stops at its character', (text, found, column, expected) => {
    expect(parseDerivation(text)).toEqual({ ok: false, problem: problemText('derivation-syntax', found, column, expected) });
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom('metric(', 'a', ')', '(', '+', '-', '1', ', ', 'over_time: ', 'mean', ':', '*', ' ', 'å', '/');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(parts => parts.join('')),
        ),
        text => parseDerivation(text).ok || true,
      ),
    );
    expect(parseDerivation('('.repeat(100_000)).ok).toBe(false);
  });
});
