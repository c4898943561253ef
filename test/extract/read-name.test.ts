import { describe, expect, it } from 'vitest';
import { readName } from '../../pipeline/extract/read-name.ts';
import type { Column } from '../../pipeline/words/source.ts';
import { column } from '../load/declare.ts';

const PATTERN = '^franvaro_(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\w+))?\\.csv$';

const named = (name_pattern: string | null, columns: readonly Column[] = []) => ({ name_pattern, columns });

describe('readName', () => {
  it('reads period, received and sequence', () => {
    expect(readName('franvaro_2026-03_2026-04-05_2.csv', named(PATTERN))).toEqual({
      ok: true,
      facts: { period: '2026-03', received: '2026-04-05', sequence: 2 },
    });
  });

  it('says null for what the name leaves out, and for everything without a pattern', () => {
    expect(readName('franvaro_2026-03_2026-04-05.csv', named(PATTERN))).toMatchObject({ facts: { sequence: null } });
    expect(readName('whatever.csv', named(null))).toEqual({ ok: true, facts: { received: null, sequence: null, period: null } });
  });

  it('tries the pattern on the base name, with decomposed letters composed', () => {
    expect(readName('2026/frånvaro.csv'.normalize('NFD'), named('^frånvaro\\.csv$'))).toMatchObject({ ok: true });
  });

  it.each([
    ['besok.csv', 'name-pattern'],
    ['franvaro_2026-03_2026-02-30.csv', 'name-pattern'],
    ['franvaro_2026-03_2026-04-05_b.csv', 'name-pattern'],
    ['franvaro_2026-13_2026-04-05.csv', 'period-in-name'],
  ])('refuses %s as %s', (name, code) => {
    expect(readName(name, named(PATTERN))).toMatchObject({ ok: false, code });
  });

  it('reads a period longer than a month where a column says which month each row is about', () => {
    const quarter = (columns: readonly Column[]) => readName('franvaro_2026-Q1.csv', named('^franvaro_(?<period>.+)\\.csv$', columns));
    expect(quarter([column('month', 'month')])).toMatchObject({ ok: true, facts: { period: '2026-Q1' } });
    for (const columns of [[], [column('n', 'integer')], [column('month', 'month', { personal: 'drop' })]])
      expect(quarter(columns)).toEqual({ ok: false, code: 'period-in-name', detail: '2026-Q1' });
  });
});
