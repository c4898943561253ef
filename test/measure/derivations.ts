import type { Derivation, MetricDeclaration } from '../../pipeline/words/metric.ts';

type Term = Extract<Derivation, { type: 'metric' }>;
/** A metric that an expression names. */
export const term = (id: string, said: Partial<Term> = {}): Term => ({ type: 'metric', id, over_time: null, members: {}, ...said });
export const apply = (left: Derivation | number, operator: '+' | '-' | '*' | '/', right: Derivation | number): Derivation => {
  const [a, b] = [left, right].map((it): Derivation => (typeof it === 'number' ? { type: 'number', value: it } : it));
  return { type: 'operation', operator, left: a!, right: b! };
};
/** A metric `derived`, unless said. */
export const derived = (expression: Derivation, said: Partial<MetricDeclaration> = {}): Partial<MetricDeclaration> => ({
  id: 'derived',
  measure: { type: 'derived', expression },
  ...said,
});
