import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../pipeline/contract/period.ts';
import { findingText } from '../../../pipeline/messages/findings.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { PLAIN_CONTRACT } from '../../../pipeline/words/source-contract.ts';
import type { Contract } from '../../../pipeline/words/source-contract.ts';
import type { SourceDeclaration } from '../../../pipeline/words/source.ts';
import { aTown } from '../a-town.ts';
import { column, csv, declare } from '../declare.ts';
import { codes, CONTENT, counts, RECEIVED } from '../told.ts';

const columns = [column('id', 'text', { key: true, required: true }), column('n', 'integer'), column('amount', 'decimal(12,2)')];
const promising = (contract: Partial<Contract>, said: Partial<SourceDeclaration> = {}): SourceDeclaration =>
  declare({ columns, name_pattern: RECEIVED, contract: { ...PLAIN_CONTRACT, ...contract }, ...said });
const file = (rows: number, row: (i: number) => string = i => `a${i},${i},1.50`): string =>
  `id,n,amount\n${Array.from({ length: rows }, (_, i) => `${row(i)}\n`).join('')}`;

/** What is told when a good delivery is followed by another one. */
async function after(source: SourceDeclaration, content: string, good = file(12)) {
  const town = await aTown(source);
  await town.drop('2026-02-03.csv', good);
  await town.load();
  await town.drop('2026-03-03.csv', content);
  const loaded = await town.load();
  return { town, loaded, told: codes(loaded), texts: loaded.findings.map(findingText) };
}

describe('a declared row range', () => {
  const source = promising({ rows: { min: 10, max: 12 } });

  it.each([10, 11, 12])('takes %i', async rows => {
    expect((await after(source, file(rows))).told).toEqual([]);
  });

  it.each([
    [9, 'har 9 rader, och tillåtet är 10–12'],
    [13, 'har 13 rader, och tillåtet är 10–12'],
    [0, 'har 0 rader, och tillåtet är 10–12'],
  ])('stops %i: the source keeps its last good data', async (rows, text) => {
    const { town, loaded, told, texts } = await after(source, file(rows));
    expect(told).toEqual(['hold-metric row-range sources/absence/in/2026-03-03.csv:-']);
    expect(texts).toEqual([`Sjukfrånvaro: 2026-03-03.csv används inte: den ${text}`]);
    expect(await town.ask('select count(*) from raw.absence')).toEqual([['12']]);
    expect(counts(loaded)).toEqual(['2026-02-03.csv: 12 = 12 + 0 + 0, 0 superseded', '2026-03-03.csv: 0 = 0 + 0 + 0, 0 superseded']);
  });

  it('counts rejected records, and not ignored ones', async () => {
    const ignoring = promising({ rows: { min: 10, max: null } }, { format: csv({ ignore: '^Summa' }) });
    expect((await after(ignoring, `${file(9)}b,x,\n`)).told).toEqual(['warn rejected-rows sources/absence/in/2026-03-03.csv:11']);
    const { texts } = await after(ignoring, `${file(9)}Summa,9,\n`);
    expect(texts).toEqual(['Sjukfrånvaro: 2026-03-03.csv används inte: den har 9 rader, och tillåtet är minst 10']);
  });

  it('is told as a warning once a later delivery has taken its place', async () => {
    const { town } = await after(source, file(1));
    await town.drop('2026-04-03.csv', file(11));
    expect(codes(await town.load())).toEqual(['warn row-range sources/absence/in/2026-03-03.csv:-']);
  });
});

describe('a trailer', () => {
  const trailer = '^SLUT,(?<rows>[\\d ]+),(?<sum>.*)$';
  const source = promising({ control: 'amount' }, { format: csv({ trailer }) });
  const good = `${file(12)}SLUT,12,18.00\n`;

  it('that says what the file holds is an ignored record', async () => {
    const { loaded, told } = await after(source, `${file(20)}SLUT,00020,30\n`, good);
    expect(told).toEqual([]);
    expect(counts(loaded).at(-1)).toBe('2026-03-03.csv: 21 = 20 + 0 + 1, 0 superseded');
  });

  it('is held against rejected records too: by type, by number of cells, by a key that stands twice', async () => {
    const rows = `${file(20)}a1,x,2.00\nb,1,3.00\nb,2,4.00\n`;
    expect((await after(source, `${rows}SLUT,23,39.00\n`, good)).told.map(told => told.split(' ')[1])).toEqual([
      'rejected-rows',
      'rejected-rows',
    ]);
    const misfit = await after(source, `${file(20)}c,1\nSLUT,21,30.00\n`, good);
    expect(misfit.texts).toEqual([
      'Sjukfrånvaro: 2026-03-03.csv används inte: summan av amount är 30,00, men slutraden säger 30,00; i 1 rad går beloppet inte att läsa',
    ]);
  });

  it.each([
    ['a sum that is a hundredth off', 'SLUT,20,30.01\n', 'control-sum', 'summan av amount är 30,00, men slutraden säger 30,01'],
    ['a sum with more decimals', 'SLUT,20,30.001\n', 'control-sum', 'summan av amount är 30,000, men slutraden säger 30,001'],
    ['another number of rows', 'SLUT,21,30.00\n', 'control-rows', 'den har 20 rader, men slutraden säger 21'],
    ['none', '', 'trailer-missing', 'slutraden med antal eller summa saknas, så filen kan vara avkortad'],
    ['two', 'SLUT,20,30.00\nSLUT,20,30.00\n', 'trailer-twice', 'den har flera slutrader, som om flera filer var hopslagna'],
    ['a sum that is no number', 'SLUT,20,trettio\n', 'trailer-unread', 'antalet eller summan på slutraden är inte ett tal'],
  ])('%s stops the file', async (_, end, code, text) => {
    const { town, loaded, texts } = await after(source, file(20) + end, good);
    expect(loaded.findings.map(found => `${found.severity} ${found.code}`)).toEqual([`hold-metric ${code}`]);
    expect(texts).toEqual([`Sjukfrånvaro: 2026-03-03.csv används inte: ${text}`]);
    expect(await town.ask('select count(*) from raw.absence')).toEqual([['12']]);
  });

  it('reads the notation of its file: comma, spaces between thousands, a minus', async () => {
    const swedish = promising({ control: 'amount' }, { format: csv({ delimiter: ';', decimal: ',', trailer: '^Totalt;(?<sum>.*);$' }) });
    const rows = 'id;n;amount\na;1;-1000,25\nb;2;-234,25\n';
    for (const sum of ['-1 234,50', '-1\u00a0234,5', '\u22121234,50'])
      expect((await after(swedish, `${rows}Totalt;${sum};\n`, `${rows}Totalt;-1234,5;\n`)).told).toEqual([]);
  });

  it('lets no file through that was cut off, wherever that was', async () => {
    const town = await aTown(source);
    const whole = `${file(8, i => `a${i},${i},"${i},5"`).replaceAll(',5"', '.5"')}SLUT,8,32.00\n`;
    for (let end = 0; end <= whole.length; end++) await town.drop(`${plusDays('2026-01-01', end)}.csv`, whole.slice(0, end));
    const { sources } = await town.load();
    const used = sources[0]!.deliveries.filter(({ broken }) => !broken);
    expect(used.map(({ records, loaded }) => [records, loaded])).toEqual(used.map(() => [9, 8]));
    // `32`, `32.`, which is no number, `32.0`, `32.00`, and that with its line end.
    expect(used).toHaveLength(4);
  });

  it('is exact where floating point is not', async () => {
    const rows = `id,n,amount\n${Array.from({ length: 1000 }, (_, i) => `k${i},1,0.10\n`).join('')}`;
    const big = `${rows}z,1,9007199254.01\n`;
    expect((await after(source, `${big}SLUT,1001,9007199354.01\n`, good)).told).toEqual([]);
    expect((await after(source, `${big}SLUT,1001,9007199354.02\n`, good)).told).toHaveLength(1);
  });
});

describe('a column that has another type', () => {
  const source = promising({});

  it.each([
    ['dates', (i: number) => `a${i},2026-03-${String(10 + i)},1.50`, 'n', 'heltal', 'datum'],
    ['decimals', (i: number) => `a${i},${i}.5,1.50`, 'n', 'heltal', 'decimaltal'],
    ['commas', (i: number) => `a${i},1,"${i},50"`, 'amount', 'decimaltal', 'decimaltal'],
    ['groups of thousands', (i: number) => `a${i},1 ${100 + i},1.50`, 'n', 'heltal', 'tal med mellanrum mellan tusental'],
    ['words', (i: number) => `a${i},x${i},1.50`, 'n', 'heltal', 'text'],
  ])('%s stop the file instead of rejecting every row', async (_, row, name, declared, looks) => {
    const { texts, told, town } = await after(source, file(12, row));
    expect(told).toEqual(['hold-metric retyped-column sources/absence/in/2026-03-03.csv:2']);
    expect(texts).toEqual([
      `Sjukfrånvaro: kolumnen ${name} är deklarerad som ${declared}, men 12 av 12 värden i 2026-03-03.csv är inte skrivna så; de ser ut som ${looks}. Leveransen används inte`,
    ]);
    expect(await town.ask('select count(*) from raw.absence')).toEqual([['12']]);
  });

  it('needs ten cells, and all of them where nothing else is declared; empty ones say nothing', async () => {
    expect(
      (
        await after(
          source,
          file(9, i => `a${i},x,1.50`),
        )
      ).told,
    ).toEqual(['warn rejected-rows sources/absence/in/2026-03-03.csv:2']);
    expect(
      (
        await after(
          source,
          file(30, i => `a${i},${i < 14 ? 'x' : i},1.50`),
        )
      ).told[0],
    ).toMatch('warn rejected-rows');
    expect(
      (
        await after(
          source,
          file(30, i => `a${i},${i < 12 ? 'x' : ''},1.50`),
        )
      ).told[0],
    ).toMatch('hold-metric retyped-column');
    expect(
      (
        await after(
          promising({ retyped: 0.4 }),
          file(30, i => `a${i},${i < 14 ? 'x' : i},1.50`),
        )
      ).told[0],
    ).toMatch('retyped-column');
  });

  it('can be put off: then every row is a reject', async () => {
    const every = promising({ retyped: null, max_rejected: { share: 1, few: 0 } });
    expect(
      (
        await after(
          every,
          file(12, i => `a${i},x,1.50`),
        )
      ).told,
    ).toEqual(['warn rejected-rows sources/absence/in/2026-03-03.csv:2']);
  });

  it('is told without what stands there, also in a personal column', async () => {
    const personal = promising({}, { columns: [columns[0]!, column('n', 'integer', { personal: 'drop' })], format: csv() });
    const { texts, loaded } = await after(personal, file(12, i => `a${i},hemligt,1`).replace(',amount', ',x'), 'id,n\na,1\n');
    expect(texts.join()).toMatch('12 av 12 värden i 2026-03-03.csv är inte skrivna så. Leveransen används inte');
    expect(JSON.stringify(loaded)).not.toMatch('hemligt');
    const some = await after(personal, file(30, i => `a${i},${i < 12 ? 'hemligt' : i},1`).replace(',amount', ',x'), 'id,n\na,1\n');
    expect(some.told.map(told => told.split(' ')[1])).toEqual(['rejected-rows', 'extra-column']);
  });
});

describe('a share of rejects', () => {
  const few = (bad: number, all: number) => file(all, i => `a${i},${i < bad ? 'x' : i},1.50`);

  it('stops the file above what is declared, and names what most rows break', async () => {
    const source = promising({ max_rejected: { share: 0.05, few: 0 } });
    expect((await after(source, few(1, 20))).told).toEqual(['warn rejected-rows sources/absence/in/2026-03-03.csv:2']);
    const { texts, told } = await after(source, few(2, 20));
    expect(told).toEqual(['hold-metric too-many-rejected sources/absence/in/2026-03-03.csv:2']);
    expect(texts).toEqual([
      'Sjukfrånvaro: 2026-03-03.csv används inte: 2 av 20 rader är avvisade, och tillåtet är 5 %; vanligast: värdet har inte rätt form (n)',
    ]);
  });

  it('is half of a file where nothing is declared, and ten rejects', async () => {
    expect((await after(promising({}), few(10, 20))).told[0]).toMatch('warn rejected-rows');
    expect((await after(promising({}), few(11, 20))).told[0]).toMatch('hold-metric too-many-rejected');
    expect((await after(promising({}), few(9, 10))).told[0]).toMatch('warn rejected-rows');
  });

  it('stops a file in which every row stands twice', async () => {
    const rows = file(12).split('\n').slice(1).join('\n');
    const { told, texts, town } = await after(promising({}), `id,n,amount\n${rows}${rows}`);
    expect(told[0]).toMatch('hold-metric too-many-rejected');
    expect(texts[0]).toMatch('24 av 24 rader är avvisade, och tillåtet är 50 %; vanligast: nyckeln finns flera gånger (id)');
    expect(await town.ask(CONTENT)).toHaveLength(12);
  });
});

describe('aliases', () => {
  const renamed = [column('id', 'text', { key: true, aliases: ['nr', 'ID-nummer'] }), column('n', 'integer')];
  const source = declare({ columns: renamed, name_pattern: RECEIVED });

  it('are known names of a column, and which was used is told', async () => {
    const { told, texts, town } = await after(source, 'ID-nummer,n\na,2\n', 'id,n\na,1\n');
    expect(told).toEqual(['warn aliased-column sources/absence/in/2026-03-03.csv:1']);
    expect(texts).toEqual(['Sjukfrånvaro: kolumnen id heter ID-nummer i 2026-03-03.csv, som är ett av dess kända namn']);
    expect(await town.ask(CONTENT)).toEqual([['a', '2']]);
  });

  it('two at once are a column that stands twice', async () => {
    expect((await after(source, 'id,nr,n\na,b,2\n', 'id,n\na,1\n')).told).toEqual([
      'hold-metric duplicate-column sources/absence/in/2026-03-03.csv:1',
    ]);
  });

  it('work for keys of JSON too, also where letters are written in two parts', async () => {
    const json = declare({
      columns: [column('år', 'text', { key: true, aliases: ['årtal'] }), column('n', 'integer')],
      location: 'in/*.json',
      name_pattern: RECEIVED.replace('csv', 'json'),
      format: { type: 'json', records: '', notation: PLAIN },
    });
    const town = await aTown(json);
    await town.drop('2026-02-03.json', JSON.stringify([{ ['årtal'.normalize('NFD')]: '2026', n: 1 }]));
    expect(codes(await town.load())).toEqual(['warn aliased-column sources/absence/in/2026-02-03.json:1']);
    expect(await town.ask('select "år", n from raw.absence')).toEqual([['2026', '1']]);
  });
});
