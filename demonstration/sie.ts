// A SIE file of type 4E (SIE filformat 4B): budget by month, as a whole and by cost centre, and the vouchers of a year.
import { corrected, correctionsBy, isMiswritten, miswritten } from './accounts-oddities.ts';
import { pc8, rounded } from './files.ts';
import { daysIn } from './months.ts';
import { nameOf } from './organisation-nodes.ts';

export type Booking = { month: string; unit: string; account: string; budget: number; outcome: number };
// `before` is what the row said until it was put right within its voucher.
export type Row = { account: string; unit?: string; amount: number; before?: number };
export type Voucher = { series: string; number: number; month: string; text: string; registered: string; rows: Row[] };
type Year = { year: string; received: string; budgeted: Booking[]; booked: Booking[] };

// What is booked against each account, and the series of its vouchers.
const kinds: Record<string, { series: string; against: string; text: string }> = {
  '5010': { series: 'L', against: '1930', text: 'Löner' },
  '6990': { series: 'K', against: '2440', text: 'Leverantörsfakturor' },
  '3010': { series: 'I', against: '1510', text: 'Avgifter' },
};
const accounts: [number: string, type: string, name: string][] = [
  ['1510', 'T', 'Kundfordringar'],
  ['1930', 'T', 'Bank'],
  ['2440', 'S', 'Leverantörsskulder'],
  ['3010', 'I', 'Taxor och avgifter'],
  ['5010', 'K', 'Löner för arbetad tid'],
  ['6990', 'K', 'Övriga kostnader'],
];

export function sieOf({ year, received, budgeted, booked }: Year): Buffer {
  const vouchers = [...vouchersOf(booked), ...correctionsBy(received, year)];
  const units = [...new Set(budgeted.map(booking => booking.unit))];
  const lines = [
    '#FLAGGA 0',
    '#PROGRAM "Exempelekonomi" 1.0',
    '#FORMAT PC8',
    `#GEN ${compact(received)}`,
    '#SIETYP 4',
    '#FNAMN "Mölndals stad (exempel)"',
    `#RAR 0 ${year}0101 ${year}1231`,
    '#KPTYP "Kommun-Bas"',
    '#VALUTA SEK',
    ...accounts.flatMap(([number, type, name]) => [`#KONTO ${number} "${name}"`, `#KTYP ${number} ${type}`]),
    '#DIM 1 "Ansvar"',
    ...units.map(unit => `#OBJEKT 1 ${unit} "${nameOf(unit)}"`),
    ...balances(vouchers),
    ...budget(budgeted),
    ...vouchers.flatMap(written),
  ];
  return pc8(lines.join('\r\n') + '\r\n');
}

function vouchersOf(booked: Booking[]): Voucher[] {
  const keys = [...new Set(booked.map(({ month, account }) => `${month} ${account}`))].sort();
  return keys.map(key => {
    const [month = '', account = ''] = key.split(' ');
    const { series, against, text } = kinds[account]!;
    const rows: Row[] = booked
      .filter(booking => booking.month === month && booking.account === account)
      .map(({ unit, outcome }) => corrected(month, { account, unit, amount: outcome }));
    const sum = rounded(
      rows.reduce((total, row) => total + row.amount, 0),
      2,
    );
    const counter = isMiswritten(month, account) ? miswritten(-sum) : -sum;
    const voucher = { series, number: Number(month.slice(5)), month, text: `${text} ${month}`, registered: lastDay(month) };
    return { ...voucher, rows: [...rows, { account: against, amount: counter }] };
  });
}

// What the accounts hold when the year begins does not matter here, and is nought.
function balances(vouchers: Voucher[]): string[] {
  const moved = (account: string) =>
    vouchers.flatMap(voucher => voucher.rows).reduce((sum, row) => sum + (row.account === account ? row.amount : 0), 0);
  return accounts.flatMap(([number, type]) =>
    'TS'.includes(type)
      ? [`#IB 0 ${number} 0.00`, `#UB 0 ${number} ${moved(number).toFixed(2)}`]
      : [`#RES 0 ${number} ${moved(number).toFixed(2)}`],
  );
}

function budget(bookings: Booking[]): string[] {
  const keys = [...new Set(bookings.map(({ month, account }) => `${month} ${account}`))].sort();
  return keys.flatMap(key => {
    const own = bookings.filter(({ month, account }) => key === `${month} ${account}`);
    const post = (objects: string, amount: number) => `#PBUDGET 0 ${key.replace('-', '')} {${objects}} ${amount.toFixed(2)}`;
    const total = own.reduce((sum, booking) => sum + booking.budget, 0);
    return [post('', total), ...own.map(({ unit, budget }) => post(`1 ${unit}`, budget))];
  });
}

function written({ series, number, month, text, registered, rows }: Voucher): string[] {
  const head = `#VER ${series} ${number} ${compact(lastDay(month))} "${text}" ${compact(registered)}`;
  return [head, '{', ...rows.flatMap(transactions), '}'];
}

// What a row said before stands as removed, and what it says now as added and then as it is.
function transactions({ account, unit, amount, before }: Row): string[] {
  const post = (tag: string, sum: number) => `   ${tag} ${account} {${unit ? `1 ${unit}` : ''}} ${sum.toFixed(2)}`;
  const changes = before === undefined ? [] : [post('#BTRANS', before), post('#RTRANS', amount)];
  return [...changes, post('#TRANS', amount)];
}

function lastDay(month: string): string {
  return `${month}-${daysIn(month)}`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}
