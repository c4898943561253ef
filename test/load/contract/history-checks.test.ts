import { describe, expect, it } from 'vitest';
import { findingText } from '../../../pipeline/messages/findings.ts';
import { PLAIN_CONTRACT } from '../../../pipeline/words/source-contract.ts';
import type { Contract } from '../../../pipeline/words/source-contract.ts';
import { aTown } from '../a-town.ts';
import { column, csv, declare } from '../declare.ts';
import { codes, columns, RECEIVED } from '../told.ts';

describe('the order of columns', () => {
  const source = declare({ columns: [...columns, column('x', 'text', { aliases: ['y'] })], name_pattern: RECEIVED });

  it.each([
    ['id,n,x', 'id,n,x', false],
    ['id,n,x', 'n,id,x', true],
    ['id,n,x', 'id,n,y', false],
    ['id,n,x', 'y,id,n', true],
    ['id,old,n,x', 'id,n,new,x', false],
  ])('%s and then %s', async (before, after, told) => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', `${before}\n`);
    await town.drop('2026-03-03.csv', `${after}\n`);
    const found = codes(await town.load()).filter(code => code.includes('reordered'));
    expect(found).toEqual(told ? ['warn reordered-columns sources/absence/in/2026-03-03.csv:-'] : []);
    expect(codes(await town.load('2026-02-28')).filter(code => code.includes('reordered'))).toEqual([]);
  });

  it('is compared with the last one that was used, and forgotten once the order is the usual again', async () => {
    const town = await aTown(source);
    await town.drop('2026-02-03.csv', 'id,n,x\n');
    await town.drop('2026-03-03.csv', 'x,n\n');
    await town.drop('2026-04-03.csv', 'x,id,n\n');
    expect(codes(await town.load())).toContain('warn reordered-columns sources/absence/in/2026-04-03.csv:-');
    await town.drop('2026-05-03.csv', 'x,id,n\na,b,1\n');
    expect(codes(await town.load()).filter(code => code.includes('reordered'))).toEqual([]);
  });
});

describe('the newest date', () => {
  const dated = [column('id', 'text', { key: true }), column('day', 'date'), column('month', 'month')];
  const source = (newest: Contract['newest'], kind: 'snapshot' | 'increment' = 'snapshot') =>
    declare({ columns: dated, name_pattern: RECEIVED, kind, contract: { ...PLAIN_CONTRACT, newest } });
  const told = async (newest: Contract['newest'], ...rows: string[]) => {
    const town = await aTown(source(newest));
    await town.drop('2026-05-10.csv', `id,day,month\n${rows.map(row => `${row}\n`).join('')}`);
    const { findings } = await town.load();
    return findings.map(found => `${found.severity} ${findingText(found)}`);
  };
  const days = { column: 'day', within: 10, ahead: 2 };

  it.each(['2026-04-30', '2026-05-10', '2026-05-12'])('%s is new enough', async day => {
    expect(await told(days, `a,${day},`, 'b,2020-01-01,', 'c,,')).toEqual([]);
  });

  it('holds the source where it is too old', async () => {
    expect(await told(days, 'a,2026-04-29,', 'b,2020-01-01,')).toEqual([
      'hold-metric Sjukfrånvaro: 2026-05-10.csv kom 10 maj 2026, men det senaste i day är från 29 april 2026; det ska vara högst 10 dagar gammalt',
    ]);
  });

  it('does not let a date after the delivery hide that', async () => {
    expect(await told(days, 'a,2026-04-29,', 'b,2062-05-01,')).toEqual([
      'warn Sjukfrånvaro: 1 rad i 2026-05-10.csv har ett datum i day som är efter leveransen, 10 maj 2026',
      expect.stringMatching('^hold-metric .* är från 29 april 2026'),
    ]);
    expect(await told(days, 'a,2026-05-13,')).toEqual([
      expect.stringMatching('^warn'),
      expect.stringMatching('^hold-metric .*inget datum i day är från före dess'),
    ]);
  });

  it('takes a month as new as its last day', async () => {
    const months = { column: 'month', within: 10, ahead: 0 };
    expect(await told(months, 'a,,2026-04')).toEqual([]);
    expect(await told(months, 'a,,2026-03')).toHaveLength(1);
  });

  it('says nothing of a file without rows, nor of what a later delivery came after', async () => {
    expect(await told(days)).toEqual([]);
    const town = await aTown(source(days, 'increment'));
    await town.drop('2026-05-10.csv', 'id,day,month\na,2020-01-01,\n');
    await town.drop('2026-05-11.csv', 'id,day,month\nb,2026-05-10,\n');
    expect((await town.load()).findings).toEqual([]);
    // A correction of what was long ago.
    await town.drop('2026-05-12.csv', 'id,day,month\na,2020-01-02,\n');
    expect((await town.load()).findings).toEqual([]);
    await town.drop('2026-05-30.csv', 'id,day,month\nc,2020-01-02,\n');
    expect(codes(await town.load())).toEqual(['hold-metric content-old sources/absence/in/2026-05-30.csv:-']);
  });
});

describe('personal numbers', () => {
  const source = (said: Parameters<typeof column>[2] = {}) =>
    declare({ columns: [column('id', 'text', { key: true }), column('ref', 'text', said)], name_pattern: RECEIVED, format: csv() });
  const load = async (refs: readonly string[], said?: Parameters<typeof column>[2]) => {
    const town = await aTown(source(said));
    await town.drop('2026-02-03.csv', 'id,ref\na,1\n');
    await town.drop('2026-03-03.csv', `id,ref\n${refs.map((ref, i) => `k${i},${ref}\n`).join('')}`);
    return { town, loaded: await town.load() };
  };
  const others = (count: number) => Array.from({ length: count }, (_, i) => `ärende ${i}`);

  it.each([
    ['one with separator', [...others(500), '121212-1212']],
    ['one of twelve digits, in a text', [...others(500), 'gäller 191212121212 igen']],
    ['a samordningsnummer', [...others(500), '701063-2391']],
    ['three bare ones that are a twentieth', [...others(57), '1212121212', '7010632391', '1212121212']],
  ])('%s stop the delivery, and are told nowhere', async (_, refs) => {
    const { town, loaded } = await load(refs);
    expect(codes(loaded)).toEqual(['hold-metric personal-number sources/absence/in/2026-03-03.csv:-']);
    expect(await town.ask('select id from raw.absence')).toEqual([['a']]);
    expect(await town.ask('select count(*) from cache."rows absence"')).toEqual([['1']]);
    expect(JSON.stringify(loaded)).not.toMatch(/121212|701063/);
    expect(loaded.findings.map(findingText)[0]).toMatch('Deklarera den med personal: hash eller drop');
  });

  it.each([
    ['two bare ones', ['1212121212', '7010632391']],
    ['three that are less than a twentieth', [...others(58), '1212121212', '7010632391', '1212121212']],
  ])('%s are a warning', async (_, refs) => {
    const { town, loaded } = await load(refs);
    expect(codes(loaded)).toEqual(['warn like-personal-number sources/absence/in/2026-03-03.csv:-']);
    expect(await town.ask('select count(*) from raw.absence')).toEqual([[String(refs.length)]]);
  });

  it.each([{ personal: 'hash' as const }, { personal: 'drop' as const }, { not_personal: true }])(
    'are no matter in a column declared %j',
    async said => {
      expect(codes((await load(['121212-1212'], said)).loaded)).toEqual([]);
    },
  );

  it('are found in rows whose key stands twice, before those are taken out', async () => {
    const town = await aTown(source());
    await town.drop('2026-02-03.csv', 'id,ref\na,1\n');
    await town.drop('2026-03-03.csv', 'id,ref\nb,121212-1212\nb,121212-1212\nc,1\n');
    expect(codes(await town.load())).toEqual(['hold-metric personal-number sources/absence/in/2026-03-03.csv:-']);
  });
});
