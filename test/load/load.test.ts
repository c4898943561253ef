import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { firstDay } from '../../pipeline/contract/period.ts';
import { MissingReference } from '../../pipeline/load/missing-reference.ts';
import { findingText } from '../../pipeline/messages/findings.ts';
import { whereIs } from '../../pipeline/warehouse/content.ts';
import type { Loaded } from '../../pipeline/words/stages.ts';
import { aTown } from './a-town.ts';
import { column, csv, declare } from './declare.ts';

const RECEIVED = '^(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$';
const PERIOD = '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$';
const columns = [column('id', 'text', { key: true, required: true }), column('n', 'integer')];
const monthly = [column('month', 'month', { key: true, required: true }), ...columns];

const counts = ({ sources }: Loaded, i = 0) =>
  sources[i]!.deliveries.map(d => `${d.name}: ${d.records} = ${d.loaded} + ${d.rejected} + ${d.ignored}, ${d.superseded} superseded`);
const codes = ({ findings }: Loaded) => findings.map(f => `${f.severity} ${f.code} ${f.file ?? '-'}:${f.line ?? '-'}`);
const covered = ({ sources }: Loaded) => [...sources[0]!.coverage!.months].map(([month, received]) => `${firstDay(month)} ${received}`);
const CONTENT = 'select id, n from raw.absence order by all';

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
    const warehouse = await town.warehouse();
    expect(await whereIs(warehouse, BigInt(second!.at(-1)!))).toMatchObject({ source: 'absence', name: '2026-02-03.csv', line: 4 });
    expect(await whereIs(warehouse, 1n)).toBeNull();
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

describe('load: periods', () => {
  const named = declare({
    columns: monthly,
    name_pattern: PERIOD,
    kind: 'period',
    covers: { by: 'name' },
    cadence: { every: 'month', due_days: 10 },
  });
  const inColumn = declare({ columns: monthly, name_pattern: RECEIVED, kind: 'period', covers: { by: 'column', column: 'month' } });

  it('by name: a delivery replaces its month, and an empty one covers it', async () => {
    const town = await aTown(named);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,a,1\n');
    await town.drop('2026-02_2026-03-03.csv', 'month,id,n\n2026-02,a,2\n');
    await town.drop('2026-01_2026-03-05.csv', 'month,id,n\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([['a', '2']]);
    expect(covered(loaded)).toEqual(['2026-01-01 2026-03-05', '2026-02-01 2026-03-03']);
    expect(counts(loaded)[0]).toBe('2026-01_2026-02-03.csv: 1 = 1 + 0 + 0, 1 superseded');
  });

  it('by name: a row for another period than its delivery’s is rejected', async () => {
    const town = await aTown(named);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,a,1\n2026-02,b,1\n');
    const loaded = await town.load('2026-03-01');
    expect(loaded.rejects).toMatchObject([{ line: 3, rule: 'period', column: 'month', raw: '2026-02' }]);
    expect(counts(loaded)).toEqual(['2026-01_2026-02-03.csv: 2 = 1 + 1 + 0, 0 superseded']);
    expect(codes(loaded)).toEqual(['warn rejected-rows sources/absence/in/2026-01_2026-02-03.csv:3']);
  });

  it('by name: the same bytes for another period are judged by that period', async () => {
    const town = await aTown(named);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,a,1\n');
    await town.drop('2026-02_2026-03-03.csv', 'month,id,n\n2026-01,a,1\n');
    const loaded = await town.load();
    expect(counts(loaded)).toEqual([
      '2026-01_2026-02-03.csv: 1 = 1 + 0 + 0, 0 superseded',
      '2026-02_2026-03-03.csv: 1 = 0 + 1 + 0, 0 superseded',
    ]);
    expect(await town.ask(CONTENT)).toEqual([['a', '1']]);
  });

  it('by name: rejects in force are told, also where every row of the month is rejected; replaced ones are not', async () => {
    const town = await aTown(named);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,a,x\n2026-01,b,y\n');
    await town.drop('2026-02_2026-03-03.csv', 'month,id,n\n2026-02,a,x\n');
    await town.drop('2026-02_2026-03-04.csv', 'month,id,n\n2026-02,a,1\n');
    const loaded = await town.load('2026-03-10');
    expect(codes(loaded)).toEqual(['warn rejected-rows sources/absence/in/2026-01_2026-02-03.csv:2']);
    expect(findingText(loaded.findings[0]!)).toBe(
      'Sjukfrånvaro: 2 rader är avvisade i 2026-01_2026-02-03.csv: värdet har inte rätt form (n)',
    );
  });

  it('by column: a delivery replaces the months its rows are in, and only those', async () => {
    const town = await aTown(inColumn);
    await town.drop('2026-03-03.csv', 'month,id,n\n2026-01,a,1\n2026-02,a,1\n');
    await town.drop('2026-04-03.csv', 'month,id,n\n2026-02,b,2\n2026-03,b,2\n');
    const loaded = await town.load();
    expect(await town.ask(`select month, id from raw.absence order by all`)).toEqual([
      ['2026-01-01', 'a'],
      ['2026-02-01', 'b'],
      ['2026-03-01', 'b'],
    ]);
    expect(covered(loaded)).toEqual(['2026-01-01 2026-03-03', '2026-02-01 2026-04-03', '2026-03-01 2026-04-03']);
    expect(counts(loaded)[0]).toBe('2026-03-03.csv: 2 = 2 + 0 + 0, 1 superseded');
  });

  it('by column: rows without a month are kept, for the metric to find', async () => {
    const town = await aTown(declare({ ...inColumn, columns: [column('month', 'month'), ...columns] }));
    await town.drop('2026-03-03.csv', 'month,id,n\n2026-01,a,1\n,b,1\n');
    await town.drop('2026-04-03.csv', 'month,id,n\n2026-02,c,1\n');
    await town.load();
    expect(await town.ask('select id from raw.absence order by all')).toEqual([['a'], ['b'], ['c']]);
  });

  it('is late when the next period’s day has passed, and says until when there are figures', async () => {
    const town = await aTown(named);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,a,1\n');
    expect(codes(await town.load('2026-03-10'))).toEqual([]);
    const loaded = await town.load('2026-03-11');
    expect(loaded.findings).toEqual([
      {
        code: 'late-source',
        severity: 'warn',
        sources: ['absence'],
        metrics: [],
        file: null,
        line: null,
        details: { source: 'Sjukfrånvaro', due: '2026-03-10', last: '2026-01-31' },
      },
    ]);
    expect(findingText(loaded.findings[0]!)).toBe(
      'Sjukfrånvaro: nästa leverans skulle ha kommit senast 2026-03-10; uppgifterna sträcker sig till 2026-01-31',
    );
  });
});

describe('load: references and reports', () => {
  it('stops where a reference has not come, naming it and the date', async () => {
    const town = await aTown(
      declare({ columns, name_pattern: RECEIVED, kind: 'reference' }),
      declare({ id: 'tree', columns, name_pattern: RECEIVED, kind: 'reference' }),
    );
    await town.drop('2026-02-03.csv', 'id,n\na,1\n');
    await expect(town.load('2026-02-03')).rejects.toThrow(new MissingReference(['tree'], '2026-02-03'));
    await expect(town.load('2026-02-02')).rejects.toThrow(
      'absence, tree: no delivery received by 2026-02-02; a source of kind reference needs one',
    );
  });

  it('reads reports by date, delivery and line, each extract once, and only those dated by the day', async () => {
    const names = ['plan', 'id', 'period', 'role', 'status', 'state', 'text'];
    const reports = declare({
      columns: [column('date', 'date'), column('amount', 'decimal(14,2)'), ...names.map(name => column(name))],
      name_pattern: RECEIVED,
      kind: 'reports',
    });
    const town = await aTown(reports);
    const header = 'plan,id,period,date,role,status,state,amount,text\n';
    const first = `${header}2026,G1,2026-T1,2026-05-02,Chef,met,,,Klart\n2026,G2,2026,2026-05-01,Chef,,ongoing,-125.50,\n`;
    await town.drop('2026-05-10.csv', first);
    await town.drop('2026-06-10.csv', `${header}2026,G3,2026-08,2026-05-02,Chef,,,,Senare\n2026,G4,2026,2026-07-01,Chef,,,,Framtid\n`);
    await town.drop('2026-06-20.csv', first);
    await town.drop('2026-06-21.csv', `${header}2026,G5,2026-T4,2026-05-02,Chef,,,,\n2026,G6,2026,2026-05-02,Chef,uppfyllt,,,\n`);
    const loaded = await town.load('2026-06-30');
    expect(loaded.reports.map(({ id, date }) => `${date} ${id}`)).toEqual(['2026-05-01 G2', '2026-05-02 G1', '2026-05-02 G3']);
    expect(loaded.reports[0]).toEqual({
      plan: '2026',
      id: 'G2',
      period: '2026',
      date: '2026-05-01',
      role: 'Chef',
      status: null,
      state: 'ongoing',
      amount: '-125.50',
      text: '',
    });
    expect(loaded.rejects.map(({ line, rule, column: name }) => [line, rule, name])).toEqual([
      [2, 'pattern', 'period'],
      [3, 'allowed', 'status'],
    ]);
    expect(await town.ask('select count(*) from raw.absence')).toEqual([['4']]);
    expect(
      counts(loaded)
        .slice(0, 3)
        .map(text => text.split(', ')[1]),
    ).toEqual(['0 superseded', '0 superseded', '0 superseded']);
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
    expect(codes(loaded)).toEqual(['warn extra-column sources/absence/in/2026-03-03.csv:1']);
    expect(await town.ask('select id from raw.absence order by id')).toEqual([['a'], ['b']]);
  });
});

describe('load: an unreadable delivery', () => {
  const source = declare({ columns, name_pattern: RECEIVED });

  it('leaves the earlier one in force, and holds what rests on the source', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\n');
    await town.drop('2026-03-03.csv', 'id,antal\na,2\n');
    const loaded = await town.load();
    expect(await town.ask(CONTENT)).toEqual([['a', '1']]);
    expect(loaded.sources[0]).toMatchObject({ broken: false, deliveries: [{ records: 1 }, { records: 0, loaded: 0, broken: true }] });
    expect(codes(loaded)).toEqual(['hold-metric missing-column sources/absence/in/2026-03-03.csv:1']);
    expect(loaded.findings[0]).toMatchObject({ sources: ['absence'], metrics: [] });
    expect(findingText(loaded.findings[0]!)).toBe('Sjukfrånvaro: kolumnen n saknas i 2026-03-03.csv');
  });

  it('leaves nothing of itself behind, also when the fault shows late in the file', async () => {
    const town = await aTown(source);
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},1\n`).join('');
    await town.drop('2026-02-03.csv', `id,n\n${rows}x"y,1\n`);
    const loaded = await town.load();
    expect(codes(loaded)).toEqual(['hold-metric csv-quotes sources/absence/in/2026-02-03.csv:5002']);
    expect(loaded.sources[0]!.broken).toBe(true);
    expect(await town.ask('select (select count(*) from raw.absence), (select count(*) from loaded."source absence")')).toEqual([
      ['0', '0'],
    ]);
  });

  it('holds nothing once a later one has taken its place', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', '');
    await town.drop('2026-03-03.csv', 'id,n\na,2\n');
    expect(codes(await town.load())).toEqual(['warn no-header sources/absence/in/2026-02-03.csv:-']);
  });

  it('holds an increment until a file of the same name comes whole', async () => {
    const town = await aTown(declare({ ...source, kind: 'increment' }));
    await town.drop('2026-02-03.csv', 'id,n\na,"1"x\n');
    await town.drop('2026-03-03.csv', 'id,n\nb,1\n');
    expect(codes(await town.load())).toEqual(['hold-metric csv-quotes sources/absence/in/2026-02-03.csv:2']);
    await town.drop('2026-02-03.csv', 'id,n\na,1\n');
    expect(codes(await town.load())).toEqual(['warn csv-quotes sources/absence/in/2026-02-03.csv:2']);
    expect(await town.ask(CONTENT)).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
  });

  it('holds a period until that period comes again', async () => {
    const town = await aTown(declare({ columns: monthly, name_pattern: PERIOD, kind: 'period', covers: { by: 'name' } }));
    await town.drop('2026-01_2026-02-03.csv', 'id\n');
    await town.drop('2026-02_2026-03-03.csv', 'month,id,n\n');
    const loaded = await town.load();
    expect(loaded.findings.map(({ severity, code, details }) => [severity, code, details.column])).toEqual([
      ['hold-metric', 'missing-column', 'month'],
      ['hold-metric', 'missing-column', 'n'],
    ]);
    expect(covered(loaded)).toEqual(['2026-02-01 2026-03-03']);
    await town.drop('2026-01_2026-03-04.csv', 'month,id,n\n');
    expect(new Set((await town.load()).findings.map(({ severity }) => severity))).toEqual(new Set(['warn']));
  });

  it('tells when the state has lost an extract', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n\na,1\n');
    const [delivery] = (await town.extract()).deliveries;
    await town.remove('2026-02-03.csv');
    await rm(delivery!.path);
    expect(codes(await town.load())).toEqual(['hold-metric extract-unreadable sources/absence/in/2026-02-03.csv:-']);
  });

  it('does not take other sources down, and neither does a refused file', async () => {
    const town = await aTown(source, declare({ id: 'b', name: 'B', columns, name_pattern: RECEIVED }));
    await town.drop('2026-02-03.csv', Buffer.from('id,n\nå,1\n', 'latin1'));
    await town.drop('kopia.csv', 'id,n\nb,1\n', 'b');
    await town.drop('2026-02-03.csv', 'id,n\nb,1\n', 'b');
    const loaded = await town.load();
    expect(loaded.sources.map(({ broken }) => broken)).toEqual([true, false]);
    expect(codes(loaded)).toEqual([
      'hold-metric encoding sources/absence/in/2026-02-03.csv:2',
      'warn name-pattern sources/b/in/kopia.csv:-',
    ]);
    expect(loaded.findings.map(findingText)).toEqual([
      'Sjukfrånvaro: 2026-02-03.csv är inte kodad i utf-8; filen ser ut som windows-1252',
      'B: filnamnet kopia.csv följer inte mönstret, så filen läses inte',
    ]);
  });
});
