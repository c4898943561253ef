import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

const amount = { name: 'amount', type: 'decimal(14,2)', required: true };
const columnsOf = (...keys: readonly (readonly [key: string, name: string, type: string])[]): DeclaredSource['columns'] => ({
  ...Object.fromEntries(keys.map(([key, name, type]) => [key, { name, type }])),
  belopp: amount,
});
const source = (file: string, format: object, columns: DeclaredSource['columns']): DeclaredSource => ({
  location: file.includes('/') ? file : real('sie', file),
  format: { type: 'sie', ...format },
  columns,
});
const ofYears = columnsOf(
  ['post', 'post', 'text'],
  ['årsnr', 'year', 'integer'],
  ['konto', 'account', 'text'],
  ['kontonamn', 'name', 'text'],
);
const ofMonths = columnsOf(['årsnr', 'year', 'integer'], ['konto', 'account', 'text'], ['period', 'month', 'month']);
const ofUnits = { ...ofMonths, ...columnsOf(['dim.1', 'unit', 'text'], ['dim.1.namn', 'unit_name', 'text']) };
const ofVouchers = columnsOf(
  ['serie', 'series', 'text'],
  ['vernr', 'number', 'text'],
  ['datum', 'day', 'date'],
  ['konto', 'account', 'text'],
  ['dim.1', 'unit', 'text'],
);

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
/** A real file that says PC8, in another encoding. */
function inAnother(encoding: 'utf8' | 'latin1'): string {
  const path = join(folder, `${encoding}.se`);
  writeFileSync(path, Buffer.from(textOf('arsaldo_ovnbolag.se'), encoding));
  return path;
}
/** The letters of Swedish in code page 437, and nothing else of it. */
const LETTERS: Readonly<Record<string, string>> = { '\x86': 'å', '\x84': 'ä', '\x94': 'ö', '\x8f': 'Å', '\x8e': 'Ä', '\x99': 'Ö' };
const textOf = (file: string) => readFileSync(real('sie', file), 'latin1').replace(/[\x80-\xff]/g, byte => LETTERS[byte]!);
/** An independent count: lines that begin with a tag. */
const posts = (file: string, tag: string, objects = '') =>
  [...textOf(file).matchAll(new RegExp(`^\\s*#(?:${tag})\\s.*${objects}.*$`, 'gm'))].length;

let town: RealTown;
beforeAll(async () => {
  town = await loadReal({
    year: source('arsaldo_ovnbolag.se', { records: 'year-balances' }, ofYears),
    months: source('periodsaldo_ovnbolag.se', { records: 'period-balances', level: 'total' }, ofMonths),
    'month-years': source('periodsaldo_ovnbolag.se', { records: 'year-balances' }, ofYears),
    units: source('objektsaldo_ovnbolag.se', { records: 'period-balances', level: 'parts' }, ofUnits),
    'units-total': source('objektsaldo_ovnbolag.se', { records: 'period-balances', level: 'total' }, ofMonths),
    budget: source('objektsaldo_ovnbolag.se', { records: 'period-budget', level: 'total' }, ofMonths),
    vouchers: source('transaktioner_ovnbolag.se', { records: 'transactions' }, ofVouchers),
    'voucher-months': source('transaktioner_ovnbolag.se', { records: 'period-balances', level: 'total' }, ofMonths),
    three: source('typ3.se', { records: 'period-balances', level: 'total' }, ofMonths),
    'three-units': source('typ3.se', { records: 'period-balances', level: 'dim.1' }, ofUnits),
    'three-parts': source('typ3.se', { records: 'period-balances', level: 'parts' }, ofUnits),
    'three-budget': source('typ3.se', { records: 'period-budget', level: 'parts' }, ofUnits),
    'three-budget-total': source('typ3.se', { records: 'period-budget', level: 'total' }, ofMonths),
    payroll: source(
      'LON_Lonekorning.SI',
      { records: 'transactions' },
      { ...ofVouchers, ...columnsOf(['dim.6', 'project', 'text'], ['dim.20', 'level', 'text'], ['kvantitet', 'hours', 'decimal(10,2)']) },
    ),
    utf8: source(inAnother('utf8'), { records: 'year-balances' }, ofYears),
    'utf8-declared': source(inAnother('utf8'), { records: 'year-balances', encoding: 'utf-8' }, ofYears),
    latin1: source(inAnother('latin1'), { records: 'year-balances' }, ofYears),
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await town.close();
});

const outcome = (records: number, ignored = 0, faults: readonly string[] = []) => ({
  records,
  loaded: records - ignored,
  rejected: 0,
  ignored,
  faults,
});
/** One program does not say to what day its balances go (#OMFATTN). */
const NO_DATE = ['sie-heading:-'];

describe('SIE files of types 1 to 4 as programs write them', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    ['year', 'arsaldo_ovnbolag.se', 'IB|UB|RES', '', []],
    ['month-years', 'periodsaldo_ovnbolag.se', 'IB|UB|RES', '', []],
    ['months', 'periodsaldo_ovnbolag.se', 'PSALDO', '', NO_DATE],
    ['units', 'objektsaldo_ovnbolag.se', 'PSALDO', '', NO_DATE],
    ['budget', 'objektsaldo_ovnbolag.se', 'PBUDGET', '', NO_DATE],
    ['vouchers', 'transaktioner_ovnbolag.se', 'TRANS', '', []],
    ['voucher-months', 'transaktioner_ovnbolag.se', 'PSALDO', '', []],
    ['three', 'typ3.se', 'PSALDO', '\\{1', []],
    ['three-units', 'typ3.se', 'PSALDO', '\\{\\}', ['sie-without-object:-']],
    ['three-budget', 'typ3.se', 'PBUDGET', '', []],
    ['payroll', 'LON_Lonekorning.SI', 'TRANS', '', []],
  ])('%s: every post is loaded or ignored', (id, file, tag, passedOver, faults) => {
    const ignored = passedOver === '' ? 0 : posts(file, tag, passedOver);
    expect(town.outcomeOf(id)).toEqual(outcome(posts(file, tag), ignored, faults));
    expect(posts(file, tag) - ignored).toBeGreaterThan(0);
  });

  it('counts as the files’ source says', () => {
    expect(town.outcomeOf('units').loaded).toBe(975);
    expect(town.outcomeOf('budget').loaded).toBe(1248);
    expect(town.outcomeOf('vouchers').loaded).toBe(671);
  });

  it('months of both types, and vouchers, sum to the file’s own results and balances, account by account', async () => {
    const differing = (movements: string) => `
      with own as (
        select account, coalesce(sum(amount) filter (post = 'RES'), sum(if(post = 'UB', amount, -amount)) filter (post <> 'RES')) as amount
        from raw."month-years" where year = 0 group by account
      ), moved as (select account, sum(amount) as amount from ${movements} group by account)
      select account, coalesce(own.amount, 0), coalesce(moved.amount, 0) from own full join moved using (account)
      where coalesce(own.amount, 0) <> coalesce(moved.amount, 0)`;
    expect((await town.ask('select count(distinct account) from raw.months where year = 0'))[0]).toEqual([
      expect.stringMatching(/^[1-9]\d+$/),
    ]);
    for (const movements of ['raw.months where year = 0', 'raw.units where year = 0', 'raw.vouchers'])
      expect(await town.ask(differing(movements))).toEqual([]);
  });

  it('objects, where they are parts, sum to the totals of the file of type 2', async () => {
    expect(
      await town.ask(`select account, month, coalesce(a.amount, 0), coalesce(b.amount, 0)
        from (select account, month, sum(amount) as amount from raw.units group by all) a
        full join (select account, month, sum(amount) as amount from raw.months group by all) b using (account, month)
        where coalesce(a.amount, 0) <> coalesce(b.amount, 0)`),
    ).toEqual([]);
    expect(await town.ask('select distinct unit, unit_name from raw.units order by 1 nulls last')).toEqual([
      ['Nord', 'Kontor Nord'],
      ['Syd', 'Kontor Syd'],
      [null, null],
    ]);
  });

  it('the same figures come from the file of months and from the one with vouchers', async () => {
    expect(
      await town.ask(
        'from (select account, month, amount from raw.months except all select account, month, amount from raw."voucher-months")',
      ),
    ).toEqual([]);
  });

  it('a level that would lose amounts, or count them twice, is refused', () => {
    for (const id of ['units-total', 'three-parts', 'three-budget-total'])
      expect(town.outcomeOf(id), id).toMatchObject({
        loaded: 0,
        faults: expect.arrayContaining([expect.stringMatching(/^sie-level:\d+$/)]),
      });
  });

  it('text is as it was typed', async () => {
    expect(await town.ask(`select distinct name from raw.year where account = '2081'`)).toEqual([['Aktiekapital']]);
    expect((await town.ask(`select count(*) from raw.year where regexp_matches(name, '[åäöÅÄÖ]')`))[0]).toEqual([
      expect.stringMatching(/^[1-9]/),
    ]);
    expect((await town.ask(`select count(*) from raw.year where regexp_matches(name, '[^ -~åäöÅÄÖ]')`))[0]).toEqual(['0']);
  });

  it('payroll has its objects and hours', async () => {
    expect(
      await town.ask(
        `select account, unit, project, level, amount, hours from raw.payroll where amount in (3750, 1312.89) order by amount`,
      ),
    ).toEqual([
      ['7210', '1234567890', '5200', 'N12', '1312.89', '3.50'],
      ['7210', '100', 'Obj300', '1234567890', '3750.00', null],
    ]);
    expect(await town.ask('select sum(amount) from raw.payroll')).toEqual([['0.00']]);
  });

  it('a file that says PC8 and is in another encoding is refused, and read once that is declared', async () => {
    const found = (id: string) => town.loaded.findings.find(({ sources, code }) => code === 'encoding' && sources.includes(id))!;
    expect(found('utf8')).toMatchObject({ severity: 'hold-metric', line: 6, details: { encoding: 'cp437', looks: 'utf-8' } });
    expect(found('latin1')).toMatchObject({ severity: 'hold-metric', line: 43, details: { encoding: 'cp437', looks: 'windows-1252' } });
    expect(await town.rowsOf('utf8-declared')).toEqual(await town.rowsOf('year'));
  });

  it('columns of people are refused when the project is read', async () => {
    const columns = { ...ofVouchers, 'dim.7': { name: 'employee', type: 'text' } };
    await expect(loadReal({ [idOf('people')]: source('transaktioner_ovnbolag.se', { records: 'transactions' }, columns) })).rejects.toThrow(
      /names people/,
    );
  });
});
