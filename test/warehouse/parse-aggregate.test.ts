import { beforeAll, describe, expect, it } from 'vitest';
import { functionKinds, type FunctionKinds } from '../../pipeline/warehouse/function-kinds.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { parseAggregate } from '../../pipeline/warehouse/parse-aggregate.ts';
import type { Warehouse } from '../../pipeline/words/stages.ts';

let warehouse: Warehouse;
let kinds: FunctionKinds;
beforeAll(async () => {
  warehouse = await openWarehouse('');
  kinds = await functionKinds(warehouse);
  return () => warehouse.closeSync();
});

describe('parseAggregate(text)', () => {
  it.each([
    ['sum(sick_hours)', 'sum', 'sick_hours', null, null],
    ['count(*)', 'count', null, null, null],
    ['count(employee)', 'count', 'employee', null, null],
    ['COUNT(DISTINCT employee)', 'count-distinct', 'employee', null, null],
    ['avg(a + b)', 'avg', '(a + b)', null, null],
    ['median(x) filter (where x > 0)', 'median', 'x', null, '(x > 0)'],
    ['quantile_cont(x, 0.9)', 'quantile', 'x', 0.9, null],
    ['min(x) -- the least', 'min', 'x', null, null],
    ['max("Å b")', 'max', '"Å b"', null, null],
    [
      "sum(case when id = 9007199254740993 then 1 else 0 end) filter (where text = 'it''s')",
      'sum',
      expect.stringContaining('9007199254740993'),
      null,
      "(\"text\" = 'it''s')",
    ],
  ])('%s', async (text, name, argument, fraction, filter) => {
    expect(await parseAggregate(warehouse, text, kinds)).toEqual({ ok: true, aggregate: { function: name, argument, fraction, filter } });
  });

  it.each([
    ...['first(x)', 'last(x)', 'any_value(x)', 'list(x)', 'string_agg(x)', 'arg_max(x, y)', 'stddev(x)', 'mean(x)', 'count_if(x)'],
    ...[
      'sum(x) / 2',
      'sum(x) / sum(y)',
      'sum(x)::double',
      '-sum(x)',
      'x',
      '1',
      'sum(x) over ()',
      'sum(x order by y)',
      'sum(distinct x)',
      'sum(*)',
      'min(x, 2)',
    ],
    ...['quantile_cont(x, y)', 'quantile_cont(x, [0.1, 0.9])', 'quantile_cont(x, 1.5)', 'quantile_cont(x, -0.5)'],
    ...['sum(x)) from t where (true', 'sum(x)), (sum(y)', 'sum(x)); select (1', 'sum(x), sum(y)', 'sum(x)) limit (1'],
  ])('%s is none', async text => {
    expect(await parseAggregate(warehouse, text, kinds)).toEqual({ ok: false, reason: 'not-an-aggregate' });
  });

  it.each([
    ['sum(x', { reason: 'syntax' }],
    ['sum(x) as y', { reason: 'syntax' }],
    ['sum(max(x))', { reason: 'nested-aggregate', name: 'max' }],
    ['sum(row_number() over ())', { reason: 'nested-aggregate', name: 'row_number' }],
    ['sum((select y from marts.a))', { reason: 'nested-aggregate', name: 'marts.a' }],
    ['sum(x) filter (where y > (select avg(z) from t))', { reason: 'nested-aggregate', name: 'avg' }],
    ['sum(x) filter (where day < current_date)', { reason: 'not-reproducible', name: 'current_date' }],
    ['sum(x * random())', { reason: 'not-reproducible', name: 'random' }],
    ['count(try_cast(x as integer))', { reason: 'try-cast' }],
  ])('%s is not, and says why', async (text, why) => {
    expect(await parseAggregate(warehouse, text, kinds)).toMatchObject({ ok: false, ...why });
  });
});
