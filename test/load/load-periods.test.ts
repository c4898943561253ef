import { describe, expect, it } from 'vitest';
import { MissingReference } from '../../pipeline/load/missing-reference.ts';
import { findingText } from '../../pipeline/messages/findings.ts';
import { aTown } from './a-town.ts';
import { column, declare } from './declare.ts';
import { codes, columns, CONTENT, counts, covered, monthly, PERIOD, RECEIVED } from './told.ts';

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

  const ofAnyLength = { ...named, name_pattern: '^(?<period>\\d{4}(-[QT]?\\d+)?)_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$' };
  const LINES = 'select month, id from raw.absence order by all';

  it('by name: a quarter replaces its three months, and a later month its own in the quarter', async () => {
    const town = await aTown(ofAnyLength);
    await town.drop('2026-01_2026-02-03.csv', 'month,id,n\n2026-01,month,1\n');
    await town.drop('2026-02_2026-03-03.csv', 'month,id,n\n2026-02,month,1\n');
    await town.drop('2026-04_2026-05-03.csv', 'month,id,n\n2026-04,month,1\n');
    await town.drop('2026-Q1_2026-04-10.csv', 'month,id,n\n2026-01,quarter,1\n2026-02,quarter,1\n2026-03,quarter,1\n2026-04,outside,1\n');
    const quarter = await town.load('2026-05-10');
    const april = ['2026-04-01', 'month'];
    expect(await town.ask(LINES)).toEqual([['2026-01-01', 'quarter'], ['2026-02-01', 'quarter'], ['2026-03-01', 'quarter'], april]);
    expect(covered(quarter)).toEqual(['2026-01-01 2026-04-10', '2026-02-01 2026-04-10', '2026-03-01 2026-04-10', '2026-04-01 2026-05-03']);
    expect(counts(quarter)).toEqual([
      '2026-01_2026-02-03.csv: 1 = 1 + 0 + 0, 1 superseded',
      '2026-02_2026-03-03.csv: 1 = 1 + 0 + 0, 1 superseded',
      '2026-Q1_2026-04-10.csv: 4 = 3 + 1 + 0, 0 superseded',
      '2026-04_2026-05-03.csv: 1 = 1 + 0 + 0, 0 superseded',
    ]);
    await town.drop('2026-02_2026-05-12.csv', 'month,id,n\n2026-02,corrected,1\n');
    await town.drop('2026-03_2026-05-13.csv', 'month,id,n\n');
    const corrected = await town.load('2026-05-20');
    expect(await town.ask(LINES)).toEqual([['2026-01-01', 'quarter'], ['2026-02-01', 'corrected'], april]);
    expect(covered(corrected)).toEqual([
      '2026-01-01 2026-04-10',
      '2026-02-01 2026-05-12',
      '2026-03-01 2026-05-13',
      '2026-04-01 2026-05-03',
    ]);
    expect(counts(corrected)[2]).toBe('2026-Q1_2026-04-10.csv: 4 = 3 + 1 + 0, 2 superseded');
  });

  it('by name: a longer period takes the place of an unreadable month in it, and not the other way round', async () => {
    const broken = 'month,n\n2026-02,1\n';
    const told = async (first: string, second: string) => {
      const town = await aTown(ofAnyLength);
      await town.drop(`${first}_2026-04-03.csv`, broken);
      await town.drop(`${second}_2026-04-10.csv`, 'month,id,n\n2026-02,a,1\n');
      return codes(await town.load('2026-04-10')).map(line => line.split(' ').slice(0, 2).join(' '));
    };
    expect(await told('2026-02', '2026-Q1')).toEqual(['warn missing-column']);
    expect(await told('2026-Q1', '2026-02')).toEqual(['hold-metric missing-column']);
  });

  it('by name: where no column says which month a row is about, a name says a month', async () => {
    const town = await aTown(declare({ ...ofAnyLength, columns, cadence: null }));
    await town.drop('2026-01_2026-02-03.csv', 'id,n\na,1\n');
    await town.drop('2026-Q1_2026-04-10.csv', 'id,n\na,1\n');
    const loaded = await town.load('2026-04-10');
    expect(codes(loaded)).toEqual(['warn period-in-name sources/absence/in/2026-Q1_2026-04-10.csv:-']);
    expect(counts(loaded)).toEqual(['2026-01_2026-02-03.csv: 1 = 1 + 0 + 0, 0 superseded']);
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
      'Sjukfrånvaro: nästa leverans skulle ha kommit senast 10 mars 2026; uppgifterna sträcker sig till 31 januari 2026',
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
    const first = `${header}2026,G1,2026-T1,2026-05-02,Chef,met,,,Klart\n2026,G2,2026,2026-05-01,Chef,,ongoing,-125.50,Pågår\n`;
    await town.drop('2026-05-10.csv', first);
    await town.drop('2026-06-10.csv', `${header}2026,G3,2026-08,2026-05-02,Chef,,,,Senare\n2026,G4,2026,2026-07-01,Chef,,,,Framtid\n`);
    await town.drop('2026-06-20.csv', first);
    await town.drop('2026-06-21.csv', `${header}2026,G5,2026-T4,2026-05-02,Chef,,,,Fjärde\n2026,G6,2026,2026-05-02,Chef,nästan,,,Nära\n`);
    const loaded = await town.load('2026-06-30');
    expect(loaded.reports.map(({ id, date }) => `${date} ${id}`)).toEqual(['2026-05-01 G2', '2026-05-02 G1', '2026-05-02 G3']);
    expect(loaded.reports[0]).toEqual({
      source: 'absence',
      plan: '2026',
      id: 'G2',
      period: '2026',
      date: '2026-05-01',
      role: 'Chef',
      status: null,
      state: 'ongoing',
      amount: '-125.50',
      benefit: null,
      text: 'Pågår',
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
