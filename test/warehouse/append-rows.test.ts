import { expect, it } from 'vitest';
import { openRowWriter, type Value } from '../../pipeline/warehouse/append-rows.ts';
import { rows, run } from '../../pipeline/warehouse/query.ts';
import { testWarehouse } from '../measure/measure-over.ts';

const warehouse = testWarehouse();

it.each([0, 1, 2047, 2048, 2049, 5000])('%d rows come back as they were written, over any number of vectors', async count => {
  await run(await warehouse(), 'create or replace table cache.written (t varchar, i bigint, d decimal(10,2), day date, yes boolean)');
  const types = [
    { name: 'text' },
    { name: 'integer' },
    { name: 'decimal', precision: 10, scale: 2 },
    { name: 'date' },
    { name: 'boolean' },
  ] as const;
  const writer = await openRowWriter(await warehouse(), 'written', types);
  const row = (i: number): Value[] =>
    i % 7 === 0 ? [null, null, null, null, null] : [`å"${i}`, BigInt(i) * 10n ** 14n, BigInt(-i), i, i % 2 === 0];
  for (let i = 0; i < count; i++) writer.append(row(i));
  writer.close();
  const found = await rows(
    await warehouse(),
    "select t, i::varchar, d::varchar, (day - date '1970-01-01')::integer, yes from cache.written order by rowid",
  );
  const expected = Array.from({ length: count }, (_, i) =>
    i % 7 === 0 ? [null, null, null, null, null] : [`å"${i}`, `${BigInt(i) * 10n ** 14n}`, (-i / 100).toFixed(2), i, i % 2 === 0],
  );
  expect(found).toEqual(expected);
});
