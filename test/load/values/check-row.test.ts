import { describe, expect, it } from 'vitest';
import { periodColumn, rowCheck } from '../../../pipeline/load/values/check-row.ts';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import type { Cell } from '../../../pipeline/load/formats/record-sink.ts';
import { column, csv, declare } from '../declare.ts';

const columns = [
  column('period', 'month', { key: true, header: 'Period', required: true }),
  column('employee', 'text', { personal: 'hash', header: 'Anställd', pattern: '^a' }),
  column('phone', 'text', { personal: 'drop', required: true }),
  column('hours', 'decimal(6,2)', { min: 0, max: 744.5 }),
  column('sex', 'text', { allowed: ['K', 'M'] }),
];
const check = rowCheck(declare({ columns, format: csv({ decimal: ',' }) }), '2026-03', text => `digest of ${text}`);
const row = (...cells: Cell[]) => check(cells);

describe('rowCheck', () => {
  it('gives the loaded columns’ values: digests for personal text, nothing for what is dropped', () => {
    expect(row('2026-03', 'a1', '070', '12,5', 'K')).toEqual({
      ok: true,
      values: [Date.parse('2026-03-01') / 86_400_000, 'digest of a1', 1250n, 'K'],
    });
    expect(row('2026-03', null, '070', null, null)).toMatchObject({ ok: true, values: [expect.anything(), null, null, null] });
  });

  it.each<[string, string, string, Cell[]]>([
    ['required', 'Period', '', [null, 'a', 'x', '1', 'K']],
    ['type', 'Period', '2026', ['2026', 'a', 'x', '1', 'K']],
    ['period', 'Period', '2026-04', ['2026-04', 'a', 'x', '1', 'K']],
    ['type', 'hours', '1.5', ['2026-03', 'a', 'x', '1.5', 'K']],
    ['min', 'hours', '-0,01', ['2026-03', 'a', 'x', '-0,01', 'K']],
    ['max', 'hours', '744,51', ['2026-03', 'a', 'x', '744,51', 'K']],
    ['allowed', 'sex', 'X', ['2026-03', 'a', 'x', '1', 'X']],
    ['type', 'sex', '', ['2026-03', 'a', 'x', '1', NESTED]],
  ])('rejects by %s in %s, keeping %j', (rule, header, raw, cells) => {
    expect(check(cells)).toEqual({ ok: false, rule, column: header, raw });
  });

  it('names the first broken rule in column order, and keeps nothing of a personal cell', () => {
    expect(row('2026-03', 'b1', null, 'x', 'X')).toEqual({ ok: false, rule: 'pattern', column: 'Anställd', raw: '' });
    expect(row('2026-03', 'a1', null, 'x', 'X')).toEqual({ ok: false, rule: 'required', column: 'phone', raw: '' });
  });

  it('reaches its limits without rejecting', () => {
    expect(row('2026-03', 'a', 'x', '744,50', 'K').ok).toBe(true);
    expect(row('2026-03', 'a', 'x', '0,00', 'K').ok).toBe(true);
  });
});

describe('periodColumn', () => {
  it('is the first dated key, else the first month, never a date that is no key', () => {
    expect(periodColumn([column('born', 'date'), column('month', 'month'), column('day', 'date', { key: true })])?.name).toBe('day');
    expect(periodColumn([column('born', 'date'), column('month', 'month')])?.name).toBe('month');
    expect(periodColumn([column('born', 'date')])).toBeNull();
  });
});
