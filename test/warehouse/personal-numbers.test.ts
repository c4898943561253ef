import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedSchema, createRowsTable, rowsTable } from '../../pipeline/warehouse/loaded-tables.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { countPersonalNumbers } from '../../pipeline/warehouse/personal-numbers.ts';
import { run } from '../../pipeline/warehouse/query.ts';
import { literal } from '../../pipeline/warehouse/sql-text.ts';
import type { Warehouse } from '../../pipeline/words/stages.ts';
import { column } from '../load/declare.ts';

const columns = [column('t', 'text'), column('i', 'integer')];
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse('/tmp');
  await createLoadedSchema(warehouse);
  await createRowsTable(warehouse, 's', columns);
});
afterAll(() => warehouse.closeSync());

/** How many of the cells are bare and written personal numbers. */
async function counted(cells: readonly string[], of: 't' | 'i' = 't') {
  await run(warehouse, `delete from ${rowsTable('s')}`);
  const values = cells.map((cell, i) => `(1, ${i}, ${of === 't' ? `${literal(cell)}, null` : `null, ${cell}`})`);
  await run(warehouse, `insert into ${rowsTable('s')} values ${values.join(', ')}`);
  const found = await countPersonalNumbers(warehouse, { id: 's', columns }, columns, [1, 2], []);
  expect(found.get(2)!.size).toBe(0);
  return found.get(1)!.get(of) ?? { bare: 0, written: 0 };
}

/** Told apart from the program's way: digits one by one, and the calendar of Date. */
function isPersonalNumber(text: string): boolean {
  const [, century = '', date = '', separator = '', last = ''] = /^(18|19|20)?(\d{6})([-+\u2010-\u2013\u2212]?)(\d{4})$/.exec(text) ?? [];
  if (date === '') return false;
  let sum = 0;
  for (const [i, char] of [...(date + last)].entries())
    for (const digit of String(Number(char) * (i % 2 === 0 ? 2 : 1))) sum += Number(digit);
  const day = Number(date.slice(4)) > 60 ? Number(date.slice(4)) - 60 : Number(date.slice(4));
  const exists = (year: number) => {
    const there = new Date(Date.UTC(year, Number(date.slice(2, 4)) - 1, day));
    return there.getUTCMonth() === Number(date.slice(2, 4)) - 1 && there.getUTCDate() === day && day > 0 && there.getUTCFullYear() === year;
  };
  const centuries = century !== '' ? [century] : separator === '+' ? ['18', '19'] : ['19', '20'];
  return sum % 10 === 0 && centuries.some(each => exists(Number(each + date.slice(0, 2))));
}

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map(n => String(n).padStart(2, '0'));
/** Number-like texts near the edge: real dates or nearly, any check digit. */
const nearly = fc
  .tuple(
    fc.constantFrom('', '18', '19', '20', '17'),
    two(0, 99),
    two(0, 13),
    two(0, 92),
    fc.constantFrom('', '-', '+', '–', ' '),
    two(0, 99),
    two(0, 99),
  )
  .map(([century, year, month, day, separator, a, b]) => century + year + month + day + separator + a + b);

describe('countPersonalNumbers', () => {
  it.each([
    '191212121212',
    '19121212-1212',
    '121212-1212',
    '121212+1212',
    '121212–1212',
    '000229-0005',
    '701063-2391',
    '19701063-2391',
    'Ring Tolvan (121212-1212) i dag',
    '121212-1213 eller 121212-1212',
    'pnr:191212121212;',
    '2026-121212-1212',
  ])('finds what is written out in "%s"', async text => {
    expect(await counted([text])).toEqual({ bare: 0, written: 1 });
  });

  it.each(['1212121212', ' 1212121212\t'])('finds ten bare digits, "%s"', async text => {
    expect(await counted([text])).toEqual({ bare: 1, written: 0 });
  });

  it.each([
    '121212-1213',
    '191212121213',
    '121312-1217',
    '010229-0004',
    '556036-0793',
    '1912121212120',
    '0191212121212',
    '1121212-1212',
    '121212-12120',
    '12121212',
    'se 1212121212',
    '070-1234567',
    '2026-04-30',
    '171212121216',
    '000229+0005',
    '',
  ])('finds nothing in "%s"', async text => {
    expect(await counted([text])).toEqual({ bare: 0, written: 0 });
  });

  it('finds them in integer columns', async () => {
    expect(await counted(['1212121212', '191212121212', '1212121213', '171212121216', '7', '-1212121212'], 'i')).toEqual({
      bare: 1,
      written: 1,
    });
  });

  it('agrees with another implementation on numbers alone, and inside a text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nearly, { minLength: 200, maxLength: 400 }), async texts => {
        const bare = texts.filter(text => /^\d{10}$/.test(text));
        const rest = texts.filter(text => !/^\d{10}$/.test(text));
        expect(await counted(bare.length > 0 ? bare : [''])).toEqual({ bare: bare.filter(isPersonalNumber).length, written: 0 });
        const written = rest.filter(isPersonalNumber).length;
        expect(await counted(rest)).toEqual({ bare: 0, written });
        expect(await counted(rest.map(text => `Å: ${text}, klar`))).toEqual({ bare: 0, written });
      }),
      { numRuns: 30 },
    );
  });

  it('finds every one that is made by the rule, and in both forms of its century', async () => {
    const made = fc
      .tuple(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 999 }),
        fc.boolean(),
      )
      .map(([date, serial, coordination]) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate() + (coordination ? 60 : 0)].map(String);
        const nine = year!.slice(2) + month!.padStart(2, '0') + day!.padStart(2, '0') + String(serial).padStart(3, '0');
        const check = [...'0123456789'].find(digit => isPersonalNumber(year!.slice(0, 2) + nine + digit))!;
        return [`${year!.slice(0, 2)}${nine}${check}`, `${nine.slice(0, 6)}-${nine.slice(6)}${check}`] as const;
      });
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 50 }), async numbers => {
        expect(await counted(numbers.flat())).toEqual({ bare: 0, written: 2 * numbers.length });
        expect(await counted(numbers.map(([, short]) => short.replace('-', '')))).toEqual({ bare: numbers.length, written: 0 });
      }),
      { numRuns: 20 },
    );
  });
});
