import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findingText } from '../../pipeline/messages/findings.ts';
import { PLAIN } from '../../pipeline/words/format.ts';
import { aTown } from './a-town.ts';
import { declare } from './declare.ts';
import { codes, columns, CONTENT, covered, monthly, PERIOD, RECEIVED } from './told.ts';

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
    expect(await town.ask('select (select count(*) from raw.absence), (select count(*) from cache."rows absence")')).toEqual([['0', '0']]);
  });

  it('takes nothing else with it where it is Parquet that is none: the run goes on', async () => {
    const parquet = declare({ columns, name_pattern: null, location: 'in/*.parquet', format: { type: 'parquet', notation: PLAIN } });
    const other = declare({ id: 'other', columns });
    const town = await aTown(parquet, other);
    await town.drop('a.parquet', 'PAR1 x');
    await town.drop('b.parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64), Buffer.from('PAR1')]));
    await town.drop('c.csv', 'id,n\nc,3\n', 'other');
    const loaded = await town.load();
    expect(loaded.findings.filter(({ sources }) => sources.includes('absence')).map(({ code }) => code)).toEqual(['parquet', 'parquet']);
    expect(await town.ask('select id, n from raw.other')).toEqual([['c', '3']]);
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
