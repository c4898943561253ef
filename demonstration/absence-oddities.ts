// What is wrong on purpose in the absence extracts; docs/demonstration.md lists it.
import type { AbsenceRow } from './absence.ts';

type Rows = AbsenceRow[];

// What the delivery of a month says, where that is not the truth.
export function spoil(month: string, rows: Rows): Rows {
  return (oddities[month] ?? (same => same))(rows);
}

const oddities: Record<string, (rows: Rows) => Rows> = {
  '2024-11': rows => at(rows, [40, 41], row => ({ ...row, sick: row.scheduled + 16 })),
  '2025-02': rows => at(rows, [70], row => ({ ...row, sick: 'sju' })),
  '2025-09': rows => at(rows, [rows.findIndex(row => row.unit === '204')], row => ({ ...row, unit: '203' })),
  '2026-02': rows =>
    at(
      at(rows, [20], row => ({ ...row, unit: '9999' })),
      [21],
      row => ({ ...row, unit: '' }),
    ),
  '2026-03': rows => rows.filter(row => row.unit !== '302'),
  '2026-04': rows =>
    at(
      at(rows, [30], row => ({ ...row, sex: 'X' })),
      [31],
      row => ({ ...row, sex: '' }),
    ),
  '2026-05': rows =>
    at(
      at(
        at(rows, [10], row => ({ ...row, sick: '4O,5' })),
        [50],
        row => ({ ...row, sick: -8 }),
      ),
      [90],
      row => ({ ...row, sick: '' }),
    ).concat(rows.slice(120, 121)),
  '2026-06': rows => rows.map(row => (row.unit === '301' ? { ...row, sick: 0, days: undefined } : row)),
};

// A month that was delivered again, as it should have been: one before the follow-up, one after it.
export function correctedLater(month: string, rows: Rows): [received: string, rows: Rows][] {
  if (month === '2026-03') return [['2026-04-12', rows]];
  if (month === '2026-06') return [['2026-10-06', rows]];
  return [];
}

function at(rows: Rows, indexes: number[], change: (row: AbsenceRow) => AbsenceRow): Rows {
  return rows.map((row, index) => (indexes.includes(index) ? change(row) : row));
}
