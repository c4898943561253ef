import { describe, expect, it } from 'vitest';
import { rowCheck } from '../../../pipeline/load/values/check-row.ts';
import { periodColumn } from '../../../pipeline/words/period-column.ts';
import { NESTED, Typed } from '../../../pipeline/load/formats/record-sink.ts';
import type { Cell } from '../../../pipeline/load/formats/record-sink.ts';
import { column, csv, declare } from '../declare.ts';

const columns = [
  column('period', 'month', { key: true, header: 'Period', required: true }),
  column('employee', 'text', { personal: 'hash', header: 'Anställd', pattern: '^a' }),
  column('phone', 'text', { personal: 'drop', required: true }),
  column('hours', 'decimal(6,2)', { min: 0, max: 744.5 }),
  column('sex', 'text', { allowed: ['K', 'M'] }),
];
const check = rowCheck(declare({ columns, format: csv({ decimal: ',' }) }), '2026-03', {
  digest: text => `digest of ${text}`,
  timeZone: 'Europe/Stockholm',
});
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

describe('rowCheck of marks and missing values', () => {
  const marks = { '.': 'missing', '..': 'suppressed', '~100': 'about-100' };
  const marked = [
    column('share', 'decimal(5,1)', { marks, required: true, unit: '%' }),
    column('grade', 'text', { marks: { '..': 'suppressed' }, allowed: ['A', 'B'] }),
    column('pupils', 'integer'),
  ];
  const checkMarked = rowCheck(declare({ columns: marked, format: csv({ decimal: ',', missing: ['-', '..'] }) }), null, {
    digest: text => text,
    timeZone: 'UTC',
  });

  it('puts null in the value’s place and the category after it', () => {
    expect(checkMarked(['12,5 %', 'A', '7'])).toEqual({ ok: true, values: [125n, null, 'A', null, 7n] });
    expect(checkMarked(['~100', '..', '-'])).toEqual({ ok: true, values: [null, 'about-100', null, 'suppressed', null] });
    expect(checkMarked(['.', null, '..'])).toEqual({ ok: true, values: [null, 'missing', null, null, null] });
  });

  it.each<[string, string, string, Cell[]]>([
    ['required', 'share', '', [null, 'A', '1']],
    ['required', 'share', '-', ['-', 'A', '1']],
    ['type', 'share', '...', ['...', 'A', '1']],
    ['allowed', 'grade', '-', ['1', '-', '1']],
    ['type', 'pupils', '.', ['1', 'A', '.']],
    ['type', 'pupils', ' - ', ['1', 'A', ' - ']],
  ])('takes nothing that is not declared: %s in %s, %j', (rule, header, raw, cells) => {
    expect(checkMarked(cells)).toEqual({ ok: false, rule, column: header, raw });
  });

  it('knows them among values that the file types too', () => {
    const json = rowCheck(declare({ columns: [column('n', 'integer', { marks: { '-99': 'unknown' } })] }), null, {
      digest: text => text,
      timeZone: 'UTC',
    });
    expect([json([new Typed('-99')]), json([new Typed('99')])]).toEqual([
      { ok: true, values: [null, 'unknown'] },
      { ok: true, values: [99n, null] },
    ]);
  });
});

it('loads personal text that is kept as it stands, and still tells nothing of it', () => {
  const kept = rowCheck(declare({ columns: [column('name', 'text', { personal: 'keep', pattern: '^A' })] }), null, {
    digest: text => `digest of ${text}`,
    timeZone: 'UTC',
  });
  expect(kept(['Anna'])).toEqual({ ok: true, values: ['Anna'] });
  expect(kept(['Bo'])).toEqual({ ok: false, rule: 'pattern', column: 'name', raw: '' });
});

it('holds a date against its delivery’s period by the day it is, however it is written', () => {
  const dated = rowCheck(declare({ columns: [column('day', 'date', { key: true, written: 'swedish' })] }), '2026-02', {
    digest: text => text,
    timeZone: 'UTC',
  });
  expect(['31 januari 2026', '1 februari 2026', '28 feb 2026', '1 mars 2026'].map(text => dated([text]).ok)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

describe('periodColumn', () => {
  it('is the first dated key, else the first month, never a date that is no key', () => {
    expect(periodColumn([column('born', 'date'), column('month', 'month'), column('day', 'date', { key: true })])?.name).toBe('day');
    expect(periodColumn([column('born', 'date'), column('month', 'month')])?.name).toBe('month');
    expect(periodColumn([column('born', 'date')])).toBeNull();
  });
});
