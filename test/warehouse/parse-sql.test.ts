import { beforeAll, describe, expect, it } from 'vitest';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { parseQuery } from '../../pipeline/warehouse/parse-sql.ts';
import type { Warehouse } from '../../pipeline/words/stages.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse('');
  return () => warehouse.closeSync();
});

const relationsOf = async (sql: string): Promise<[string, number][]> => {
  const parsing = await parseQuery(warehouse, sql);
  if (!parsing.ok) throw new Error(JSON.stringify(parsing));
  return parsing.query.relations.map(({ name, line }) => [name, line]);
};

describe('parseQuery(sql)', () => {
  it.each<[string, [string, number][]]>([
    ['from raw."kolada-n00090"', [['raw.kolada-n00090', 1]]],
    [
      '-- åäö\nselect 1 from\n marts.a join marts.b using (k)',
      [
        ['marts.a', 3],
        ['marts.b', 3],
      ],
    ],
    ['with x as (from marts.a) from x', [['marts.a', 1]]],
    ['with x as (from marts.a), y as (from x) from Y', [['marts.a', 1]]],
    ['with recursive t as (select 1 as n union all select n + 1 from t) from t', []],
    ['from (with x as (select 1) from x), x', [['x', 1]]],
    ['with a as (select 1) from marts.a', [['marts.a', 1]]],
    [
      'from marts.a where exists (from marts.b) union all from marts.c',
      [
        ['marts.a', 1],
        ['marts.b', 1],
        ['marts.c', 1],
      ],
    ],
    ["pivot marts.a on sex in ('K', 'M') using sum(x)", [['marts.a', 1]]],
    ["from 'file.csv'", [['file.csv', 1]]],
    ['from other.marts.a', [['other.marts.a', 1]]],
  ])('%s reads', async (sql, relations) => {
    expect(await relationsOf(sql)).toEqual(relations);
  });

  it('names functions, table functions and try_cast, each at its line', async () => {
    expect(
      await parseQuery(warehouse, "select upper(x), 'ö',\n try_cast(a as integer), current_date,\n a::date from range(3)"),
    ).toMatchObject({
      query: {
        functions: [
          { name: 'upper', line: 1 },
          { name: 'current_date', line: 2 },
          { name: 'range', line: 3 },
        ],
        tableFunctions: [{ name: 'range', line: 3 }],
        tryCasts: [{ name: 'try_cast', line: 2 }],
      },
    });
  });

  it('counts the lines of errors in characters, and of names in bytes', async () => {
    expect(await parseQuery(warehouse, '-- åäö 😀\n\nselect\nfro m b,')).toMatchObject({ ok: false, reason: 'syntax', line: 4 });
    expect(await relationsOf("select 'åäöåäöåäöåäö'\nfrom a")).toEqual([['a', 2]]);
  });

  it.each([
    ['', 0],
    ['-- nothing', 0],
    ['select 1; select 2', 2],
  ])('%s is not one query', async (sql, count) => {
    expect(await parseQuery(warehouse, sql)).toEqual({ ok: false, reason: 'statements', count });
  });
});
