import { expect, it } from 'vitest';
import { findingText } from '../../../../pipeline/messages/findings.ts';
import { aTown } from '../../a-town.ts';
import { column, declare } from '../../declare.ts';
import { codes } from '../../told.ts';
import { heading, pc8, plan, sie } from './a-ledger.ts';

const amount = column('amount', 'decimal(14,2)', { header: 'belopp', required: true });
const account = column('account', 'text', { header: 'konto', required: true, pattern: '^\\d{4}$' });
const unit = column('unit', 'text', { header: 'dim.1' });
const month = column('month', 'month', { header: 'period', required: true });
const ledger = declare({
  id: 'ledger',
  name: 'Huvudbok',
  name_pattern: '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.se$',
  location: 'in/*.se',
  kind: 'period',
  covers: { by: 'name' },
  format: sie('transactions'),
  columns: [month, column('day', 'date', { header: 'datum' }), account, unit, amount],
});
const budget = declare({
  id: 'budget',
  name: 'Budget',
  name_pattern: '^(?<received>\\d{4}-\\d{2}-\\d{2})\\.se$',
  location: 'in/*.se',
  format: sie('period-budget', 'dim.1'),
  columns: [{ ...month, key: true }, { ...account, key: true }, { ...unit, key: true, required: true }, amount],
});

/** Line 31 is the voucher's first. */
const march = `${heading(4, plan)}#KONTO 3010 Avgifter
#VER A 1 20260304 "Mars"
{
   #TRANS 4110 {1 "100"} 1200.50
   #TRANS 4110 {1 "200"} 800
   #TRANS 5010 {1 "100"} 10,50
   #TRANS 1910 {} -2000.50 20260401
   #BTRANS 1910 {} 1.00
   #TRANS Kassa {} 0
}
`;

it('vouchers and budget of a municipality meet by month, account and cost centre', async () => {
  const town = await aTown(ledger, budget);
  await town.drop('2026-03_2026-04-02.se', pc8(march), 'ledger');
  const line = (unit: string, kronor: string) => `#PBUDGET 0 202603 4110 ${unit} ${kronor}\n`;
  await town.drop(
    '2026-01-10.se',
    pc8(heading(3, plan) + line('{}', '2100.00') + line('{1 100}', '1300.00') + line('{1 200}', '800')),
    'budget',
  );
  const loaded = await town.load();
  expect(
    await town.ask(`select month, account, unit, sum(ledger.amount), any_value(budget.amount)
      from raw.ledger left join raw.budget using (month, account, unit) group by all order by all`),
  ).toEqual([
    ['2026-03-01', '4110', '100', '1200.50', '1300.00'],
    ['2026-03-01', '4110', '200', '800.00', '800.00'],
  ]);
  // What is rejected stands at its line, and all records are accounted for.
  expect(loaded.rejects.map(({ line: at, column: header, rule, raw }) => [at, header, rule, raw])).toEqual([
    [32, 'belopp', 'type', '10,50'],
    [33, 'period', 'period', '2026-04'],
    [35, 'konto', 'pattern', 'Kassa'],
  ]);
  expect(loaded.sources.flatMap(({ deliveries }) => deliveries)).toMatchObject([
    { source: 'budget', records: 3, loaded: 2, rejected: 0, ignored: 1 },
    { source: 'ledger', records: 6, loaded: 2, rejected: 3, ignored: 1 },
  ]);
});

it('a file that cannot be read so holds what rests on it, and says how to read it', async () => {
  const town = await aTown(budget);
  await town.drop('2026-01-10.se', pc8(`${heading(3, plan)}#PBUDGET 0 202603 4110 {} 1\n#PBUDGET 0 202603 5010 {1 "100"} 2\n`));
  const loaded = await town.load();
  expect(codes(loaded)).toEqual(['hold-metric sie-level sources/budget/in/2026-01-10.se:28']);
  expect(findingText(loaded.findings[0]!)).toMatch(
    /^Budget: poster utan objekt är inte kontots total i 2026-01-10\.se, .* deklarera level: parts$/,
  );
});
