import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readWhereIs } from '../../pipeline/warehouse/content.ts';
import { aTown } from './a-town.ts';
import { column, csv, declare } from './declare.ts';
import { codes, columns, CONTENT, counts, RECEIVED } from './told.ts';

describe('load: a snapshot', () => {
  const source = declare({ columns, name_pattern: RECEIVED, covers: { by: 'until-month-before-received' } });

  it('is its latest delivery received by the date; what that replaced is superseded', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\nb,\n');
    await town.drop('2026-03-03.csv', 'id,n\na,2\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([['a', '2']]);
    expect(counts(loaded)).toEqual(['2026-02-03.csv: 2 = 2 + 0 + 0, 2 superseded', '2026-03-03.csv: 1 = 1 + 0 + 0, 0 superseded']);
    const earlier = await town.load('2026-02-28');
    expect(await town.ask(CONTENT)).toEqual([
      ['a', '1'],
      ['b', null],
    ]);
    expect(counts(earlier)).toEqual(['2026-02-03.csv: 2 = 2 + 0 + 0, 0 superseded']);
  });

  it('ends as A when A comes, then B, then A, and is renewed by it', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\n');
    await town.drop('2026-03-03.csv', 'id,n\na,2\n');
    await town.drop('2026-04-03.csv', 'id,n\na,1\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([['a', '1']]);
    expect(loaded.sources[0]!.coverage).toMatchObject({ until: { received: '2026-04-03' }, last: 12 * 2026 + 2 });
    expect(counts(loaded)).toEqual([
      '2026-02-03.csv: 1 = 1 + 0 + 0, 0 superseded',
      '2026-03-03.csv: 1 = 1 + 0 + 0, 1 superseded',
      '2026-04-03.csv: 1 = 1 + 0 + 0, 0 superseded',
    ]);
  });

  it('makes its table also when nothing has come, and says so', async () => {
    const town = await aTown(source);
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([]);
    expect(loaded.sources[0]).toMatchObject({ broken: true, deliveries: [], coverage: { last: null } });
    expect(codes(loaded)).toEqual(['hold-metric no-delivery sources/absence/source.yaml:-']);
  });

  it('has the declared types and a _row that walks back to file and line', async () => {
    const types = ['text', 'integer', 'decimal(10,2)', 'date', 'month', 'boolean'].map((type, i) => column(`c${i}`, type));
    const town = await aTown(declare({ columns: types, name_pattern: RECEIVED }));
    await town.drop('2026-02-03.csv', `${types.map(c => c.name).join()}\n"x\ny",-5,1.5,2026-02-28,2026-02,ja\n,,,,,\n`);
    await town.load();
    expect(
      await town.ask('select column_name, data_type from (from (describe raw.absence) select column_name, column_type as data_type)'),
    ).toEqual([
      ['c0', 'VARCHAR'],
      ['c1', 'BIGINT'],
      ['c2', 'DECIMAL(10,2)'],
      ['c3', 'DATE'],
      ['c4', 'DATE'],
      ['c5', 'BOOLEAN'],
      ['_row', 'BIGINT'],
    ]);
    const [first, second] = await town.ask('from raw.absence order by _row');
    expect(first!.slice(0, -1)).toEqual(['x\ny', '-5', '1.50', '2026-02-28', '2026-02-01', 'true']);
    expect(second!.slice(0, -1)).toEqual([null, null, null, null, null, null]);
    const whereIs = await readWhereIs(await town.warehouse());
    expect(whereIs(BigInt(second!.at(-1)!))).toMatchObject({ source: 'absence', name: '2026-02-03.csv', line: 4 });
    expect(whereIs(1n)).toBeNull();
  });
});

describe('load: an increment', () => {
  const source = declare({ columns, name_pattern: RECEIVED, kind: 'increment' });

  it('lets a row supersede one whose key came before', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\nb,1\n');
    await town.drop('2026-03-03.csv', 'id,n\nb,2\nc,2\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '2'],
    ]);
    expect(counts(loaded)).toEqual(['2026-02-03.csv: 2 = 2 + 0 + 0, 1 superseded', '2026-03-03.csv: 2 = 2 + 0 + 0, 0 superseded']);
  });

  it('adds no rows when the same bytes come again, but lets them have the last word', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\nb,1\n');
    await town.drop('2026-03-03.csv', 'id,n\nb,2\n');
    await town.drop('2026-04-03.csv', 'id,n\na,1\nb,1\n');
    await town.load();
    expect(await town.ask(CONTENT)).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
  });

  it('takes an empty part of a key as equal to another empty one', async () => {
    const town = await aTown(
      declare({
        columns: [column('id', 'text', { key: true }), column('n', 'integer', { key: true })],
        name_pattern: RECEIVED,
        kind: 'increment',
      }),
    );
    await town.drop('2026-02-03.csv', 'id,n\na,\n');
    await town.drop('2026-03-03.csv', 'id,n\na,\n');
    await town.drop('2026-04-03.csv', 'id,n\nb,\nb,\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([['a', null]]);
    expect(counts(loaded).at(-1)).toBe('2026-04-03.csv: 2 = 0 + 2 + 0, 0 superseded');
  });
});

describe('load: an extract', () => {
  const source = declare({ columns, name_pattern: RECEIVED });

  it('rejects every row of a key that stands twice, after the other rules', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\nb,1\na,2\nb,x\nc\n');
    const loaded = await town.load();
    expect(loaded.rejects.map(({ line, rule, column: name, raw }) => [line, rule, name, raw])).toEqual([
      [2, 'key', 'id', 'a'],
      [4, 'key', 'id', 'a'],
      [5, 'type', 'n', 'x'],
      [6, 'type', '', 'c'],
    ]);
    expect(await town.ask(CONTENT)).toEqual([['b', '1']]);
    expect(counts(loaded)).toEqual(['2026-02-03.csv: 5 = 1 + 4 + 0, 0 superseded']);
    expect(await town.ask('select line, rule from loaded.rejects order by line')).toEqual([
      ['2', 'key'],
      ['4', 'key'],
      ['5', 'type'],
      ['6', 'type'],
    ]);
  });

  it('is loaded once, whatever dates are asked about', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\nb,x\n');
    const first = await town.load();
    const [delivery] = (await town.extract()).deliveries;
    await rm(delivery!.path);
    await town.remove('2026-02-03.csv');
    expect(await town.load('2026-03-01')).toEqual(first);
    expect(await town.ask('select count(*) from loaded.rejects')).toEqual([['1']]);
  });

  it('gives a row the same _row whatever came after the date asked about', async () => {
    const other = declare({ id: 'b', columns, name_pattern: RECEIVED });
    const rowsOf = async (later: boolean) => {
      const town = await aTown(source, other);
      await town.drop('2026-02-03.csv', 'id,n\na,1\n');
      await town.drop('2026-02-03.csv', 'id,n\nc,1\n', 'b');
      if (later) await town.drop('2026-05-03.csv', 'id,n\nb,1\n');
      if (later) await town.load();
      await town.load('2026-03-01');
      return [...(await town.ask('select id, _row from raw.absence')), ...(await town.ask('select id, _row from raw.b'))];
    };
    expect(await rowsOf(true)).toEqual(await rowsOf(false));
  });

  it('keeps personal text out of the warehouse: a digest that is equal where the text is, or nothing', async () => {
    const personal = [
      column('pnr', 'text', { personal: 'hash', key: true }),
      column('name', 'text', { personal: 'drop' }),
      column('n', 'integer'),
    ];
    const town = await aTown(
      declare({ columns: personal, name_pattern: RECEIVED }),
      declare({ id: 'b', columns: personal, name_pattern: RECEIVED }),
    );
    await town.drop(
      '2026-02-03.csv',
      'pnr,name,n\n19121212-1212,Tolvan,1\n19121212-1213,Elvan,x\n19121212-1214,Fjortonde,1\n19121212-1214,Fjortonde,2\nTolvan\n',
    );
    await town.drop('2026-02-03.csv', 'pnr,name,n\n19121212-1212,Tolvan,1\n', 'b');
    const loaded = await town.load();
    expect(await town.ask('select length(pnr), count(*) from (from raw.absence union all from raw.b) group by pnr')).toEqual([['64', '2']]);
    expect((await town.ask('describe raw.absence')).map(([name]) => name)).toEqual(['pnr', 'n', '_row']);
    expect(JSON.stringify(loaded)).not.toMatch(/191212|Tolvan|Elvan|Fjortonde/);
    expect(JSON.stringify(await town.ask('from loaded.rejects'))).not.toMatch(/191212|Tolvan|Elvan|Fjortonde/);
  });

  it('is checked against what is declared of its file, and warns once of columns that are not', async () => {
    const town = await aTown(declare({ columns, name_pattern: RECEIVED, kind: 'increment', format: csv({ delimiter: ';' }) }));
    await town.drop('2026-02-03.csv', 'id;n;extra\na;1;2\n');
    await town.drop('2026-03-03.csv', 'n;id;extra\n1;b;2\n');
    const loaded = await town.load();
    expect(codes(loaded)).toEqual([
      'warn extra-column sources/absence/in/2026-03-03.csv:1',
      'warn reordered-columns sources/absence/in/2026-03-03.csv:-',
    ]);
    expect(await town.ask('select id from raw.absence order by id')).toEqual([['a'], ['b']]);
  });
});
