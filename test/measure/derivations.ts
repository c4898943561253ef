import type { Derivation, MetricDeclaration } from '../../pipeline/words/metric.ts';
import { measureOver, monthly, of, sum } from './measure-over.ts';

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

/** A small town that both files of tests about derived metrics measure. */
export const facts = `
  day         organisation sex cost:integer hours:integer
  2025-01-10  A            K   6            2
  2025-01-10  B            M   4            0
  2025-02-10  A            M   9            3
  2025-03-10  B            K   5            1`;
const nodes = 'id parent\nA -\nB -';
const flat = { sex: ['K', 'M'] };
export const town = { facts, nodes, flat, covered: monthly('2025-01', '2025-03'), asOf: '2025-04-02' };
export const cost = { id: 'cost', measure: of(sum('cost')) };
export const hours = { id: 'hours', measure: of(sum('hours')) };
export const over = (...metrics: Partial<MetricDeclaration>[]) => measureOver({ ...town, metrics });
