import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { SieLevel, SieRecords } from '../../../../pipeline/words/sie.ts';
import { readAll } from '../../read-all.ts';
import { heading, keys, pc8, sie } from './a-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  account: string;
  unit: string;
  ore: number;
  text: string;
}
const row = fc.record<Row>({
  account: fc.constantFrom('3010', '4110', '5010'),
  unit: fc.constantFrom('', '100', '200', 'Åby 3'),
  ore: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  text: fc.string({ unit: fc.constantFrom(...'Åäö "{}#x'), maxLength: 6 }),
});
const voucher = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  rows: fc.array(row, { maxLength: 4 }),
});
type Voucher = typeof voucher extends fc.Arbitrary<infer V> ? V : never;

const two = (n: number) => String(n).padStart(2, '0');
const kronor = (ore: number) => `${ore < 0 ? '-' : ''}${Math.floor(Math.abs(ore) / 100)}.${two(Math.abs(ore) % 100)}`;
const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
const objects = (unit: string) => (unit === '' ? '{}' : `{1 ${quoted(unit)}}`);

/** Each voucher with what balances it on account 1910. */
const balanced = (ledger: readonly Voucher[]): Voucher[] =>
  ledger.map(it => ({
    ...it,
    rows: [...it.rows, { account: '1910', unit: '', ore: -it.rows.reduce((sum, { ore }) => sum + ore, 0), text: '' }],
  }));

/** Sums of öre by what a row gives as its key. */
function sumsBy(ledger: readonly Voucher[], key: (voucher: Voucher, row: Row) => string | null): Map<string, number> {
  const sums = new Map<string, number>();
  for (const it of ledger)
    for (const each of it.rows) {
      const at = key(it, each);
      if (at !== null) sums.set(at, (sums.get(at) ?? 0) + each.ore);
    }
  return sums;
}

/** SIE 4E: balances of the year, movements of months as totals and objects, and every voucher. */
function write(ledger: readonly Voucher[]): string {
  const results = sumsBy(ledger, (_, { account }) => (account === '1910' ? null : account));
  const cash = sumsBy(ledger, (_, { account }) => (account === '1910' ? account : null)).get('1910') ?? 0;
  const totals = sumsBy(ledger, ({ month }, { account }) => `2026${two(month)} ${account} {}`);
  const units = sumsBy(ledger, ({ month }, { account, unit }) => (unit === '' ? null : `2026${two(month)} ${account} ${objects(unit)}`));
  return [
    heading(4).trimEnd(),
    `#IB 0 1910 100\n#UB 0 1910 ${kronor(10_000 + cash)}`,
    ...[...results].map(([account, ore]) => `#RES 0 ${account} ${kronor(ore)}`),
    ...[...totals, ...units].map(([key, ore]) => `#PSALDO 0 ${key} ${kronor(ore)}`),
    ...ledger.flatMap(({ month, day, rows }, i) => [
      `#VER A ${i + 1} 2026${two(month)}${two(day)} ""\n{`,
      ...rows.map(({ account, unit, ore, text }) => `   #TRANS ${account} ${objects(unit)} ${kronor(ore)} "" ${quoted(text)}`),
      '}',
    ]),
    '',
  ].join('\n');
}

it('a generated ledger comes back exactly, and its months and objects sum to the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(voucher, { maxLength: 12 }), async generated => {
      const ledger = balanced(generated);
      const file = pc8(write(ledger));
      const read = async (records: SieRecords, level: SieLevel | null, ...headers: string[]) => {
        const told = await readAll(folder, file, keys(sie(records, level), ...headers));
        return { ...told, rows: told.records.map(([, ...cells]) => cells) };
      };
      const transactions = await read('transactions', null, 'vernr', 'datum', 'konto', 'dim.1', 'belopp', 'text');
      expect(transactions.rows).toEqual(
        ledger.flatMap(({ month, day, rows }, i) =>
          rows.map(({ account, unit, ore, text }) => [
            ...[String(i + 1), `2026-${two(month)}-${two(day)}`, account, unit || null, kronor(ore), text || null],
          ]),
        ),
      );
      expect(transactions).toMatchObject({ misfits: [], ignored: 0, notices: [] });

      const totals = await read('period-balances', 'total', 'konto', 'period', 'belopp');
      expect(totals.rows.map(cells => cells.join(' ')).sort()).toEqual(
        [...sumsBy(ledger, ({ month }, { account }) => `${account} 2026-${two(month)}`)]
          .map(([key, ore]) => `${key} ${kronor(ore)}`)
          .sort(),
      );
      // What differs is what no object carries, and nothing else is told.
      expect(totals.notices.map(({ code }) => code)).toEqual(totals.notices.map(() => 'sie-total-differs'));

      const units = sumsBy(ledger, ({ month }, { account, unit }) => (unit === '' ? null : `${account} 2026-${two(month)} ${unit}`));
      if (units.size === 0) return;
      const byUnit = await read('period-balances', 'dim.1', 'konto', 'period', 'dim.1', 'belopp');
      expect(byUnit.rows.map(cells => cells.join(' ')).sort()).toEqual([...units].map(([key, ore]) => `${key} ${kronor(ore)}`).sort());
      expect(byUnit.records.length + byUnit.ignored).toBe(totals.records.length + totals.ignored);
    }),
    { numRuns: 30 },
  );
});
