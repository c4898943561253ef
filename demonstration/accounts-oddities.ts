// What is wrong on purpose in the accounts; docs/demonstration.md lists it.
import type { Row, Voucher } from './sie.ts';

// A posting against the suppliers' account that was written wrong: its voucher is not in balance.
export function isMiswritten(month: string, account: string): boolean {
  return month === '2024-04' && account === '6990';
}

export function miswritten(amount: number): number {
  return amount + 9000;
}

// Fees of a home that were written wrong, and put right within the voucher.
export function corrected(month: string, row: Row): Row {
  return month === '2025-02' && row.account === '3010' && row.unit === '303' ? { ...row, before: -1000 } : row;
}

// One invoice of May 2026 was moved from Hemtjänst Öst to Hemtjänst Väst after the mid-year report.
export function correctionsBy(received: string, year: string): Voucher[] {
  if (year !== '2026' || received < '2026-10-19') return [];
  const rows = [
    { account: '6990', unit: '301', amount: -185_000 },
    { account: '6990', unit: '302', amount: 185_000 },
  ];
  return [{ series: 'R', number: 1, month: '2026-05', text: 'Rättelse av ansvar', registered: '2026-10-19', rows }];
}
