import fc from 'fast-check';

/** Whatever text a plan may hold: what XML can carry, and something that is no space. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter(it => it.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(it));
const id = fc.stringMatching(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.-]{0,8}$/);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => (Object.is(value, -0) ? 0 : value));
const weight = fc.double({ min: 0.001, max: 1000, noNaN: true });
const grain = fc.constantFrom('month', 'quarter', 'tertial', 'half-year', 'year', 'school-year');
const percent = fc.integer({ min: 0, max: 10_000 }).map(hundredths => `${hundredths / 100}%`);
const pair = fc.tuple(number, number).map(values => values.sort((a, b) => a - b));

const limit = fc.oneof(
  number,
  id.map(metric => `metric(${metric})`),
);
const target = fc.oneof(
  fc.constant('better_than_last_year'),
  fc.constant('none'),
  limit.chain(value =>
    fc.constantFrom(
      { at_most: value },
      { at_least: value },
      ...(typeof value === 'number'
        ? [
            { at_most: value, partly: value + 1 },
            { at_least: value, partly: value - 1 },
          ]
        : [{ at_most: value, partly: 7 }]),
    ),
  ),
  pair.chain(([low, high]) => fc.constantFrom({ between: [low!, high!] }, { between: [low!, high!], partly: [low! - 1, high! + 1] })),
  fc.record({ better_than_group: id, than: fc.constantFrom('median', 'mean'), min_n: fc.integer({ min: 1, max: 300 }) }),
);

const ofMetric = fc
  .record(
    {
      name: text,
      metric: id,
      members: fc.dictionary(id, fc.oneof(id, fc.constant('all')), { minKeys: 1, maxKeys: 3 }),
      measures: grain,
      by: day,
      lag: fc.integer({ min: 1, max: 5 }),
      max_age: fc.integer({ min: 0, max: 5 }),
      every: fc.integer({ min: 2, max: 5 }),
      target,
      weight,
    },
    { requiredKeys: ['metric', 'measures', 'by', 'target'] },
  )
  // One goes with `lag`, the other with years.
  .map(({ max_age, every, ...it }) => ({
    ...it,
    ...(it.lag === undefined || max_age === undefined ? {} : { max_age }),
    ...(it.measures === 'year' && every !== undefined ? { every } : {}),
  }));
const milestone = fc.record(
  { name: text, by: day, target: fc.constant('milestone'), late: fc.constantFrom('partly', 'not-met'), weight },
  { requiredKeys: ['name', 'by', 'target'] },
);
const sek = fc.integer({ min: 0, max: 1_000_000_000 }).map(kronor => `${kronor} sek`);
const benefit = fc.oneof(text, fc.record({ amount: sek, text, from: day }, { requiredKeys: ['amount'] }));
const activity = fc.record({ name: text, responsible: text, by: day, cost: sek, benefit }, { requiredKeys: ['name'] });
const assignment = fc.record({ name: text, to: id, by: day, text }, { requiredKeys: ['name'] });

const limits = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(values => values.map(value => (Object.is(value, -0) ? 0 : value)).sort((a, b) => a - b))
  .map(([partly, met]) => ({ met, partly }));
const rule = fc.oneof(
  fc.constantFrom({ rule: 'all' }, { rule: 'majority' }, { rule: 'worst' }, { rule: 'weighted' }),
  fc.record({ rule: fc.constant('weighted'), limits }),
  fc.record({ rule: fc.constant('assessed'), assessed_by: text, cadence: grain }),
);
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const { goal } = fc.letrec<{ goal: object }>(tie => ({
  goal: fc
    .tuple(
      rule,
      fc.record(
        { name: text, place: id, coverage: percent, counts: fc.constantFrom('indicators', 'goals', 'both'), weight },
        { requiredKeys: ['name'] },
      ),
      fc.record(
        {
          indicators: few(fc.oneof(ofMetric, milestone)),
          activities: few(activity),
          assignments: few(assignment),
          goals: fc.oneof({ depthSize: 'small' }, fc.constant([]), few(tie('goal'))),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([said, own, parts]) => ({ ...said, ...own, ...parts })),
}));

/** Plans as their files hold them: everything that the schema accepts, within limits of size, with ids that are each other's unlike. */
export const aPlan = fc
  .record(
    {
      plan: id,
      version: fc.integer({ min: 1, max: 99 }),
      name: text,
      adopted: fc.record(
        { by: text, date: day, paragraph: text, case: text, link: fc.webUrl() },
        { requiredKeys: ['by', 'date', 'paragraph'] },
      ),
      in_force: day.chain(from => fc.constantFrom({ from }, { from, to: '2100-12-31' })),
      vision: text,
      goals: few(goal),
    },
    { requiredKeys: ['plan', 'version', 'name', 'adopted', 'in_force', 'goals'] },
  )
  .map(plan => named(plan, { next: 0 }));

/** Gives each item of a list that has ids one of its own. */
function named<T>(node: T, counter: { next: number }): T {
  if (Array.isArray(node))
    return node.map((each: unknown) =>
      each !== null && typeof each === 'object' ? { id: `i${counter.next++}`, ...named(each, counter) } : each,
    ) as T;
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, named(value as unknown, counter)])) as T;
}
