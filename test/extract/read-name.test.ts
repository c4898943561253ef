import { describe, expect, it } from 'vitest';
import { readName } from '../../pipeline/extract/read-name.ts';

const PATTERN = '^franvaro_(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\w+))?\\.csv$';

describe('readName', () => {
  it('reads period, received and sequence', () => {
    expect(readName('franvaro_2026-03_2026-04-05_2.csv', PATTERN)).toEqual({
      ok: true,
      facts: { period: '2026-03', received: '2026-04-05', sequence: 2 },
    });
  });

  it('says null for what the name leaves out, and for everything without a pattern', () => {
    expect(readName('franvaro_2026-03_2026-04-05.csv', PATTERN)).toMatchObject({ facts: { sequence: null } });
    expect(readName('whatever.csv', null)).toEqual({ ok: true, facts: { received: null, sequence: null, period: null } });
  });

  it('tries the pattern on the base name, with decomposed letters composed', () => {
    expect(readName('2026/frånvaro.csv'.normalize('NFD'), '^frånvaro\\.csv$')).toMatchObject({ ok: true });
  });

  it.each([
    ['besok.csv', 'name-pattern'],
    ['franvaro_2026-03_2026-02-30.csv', 'name-pattern'],
    ['franvaro_2026-03_2026-04-05_b.csv', 'name-pattern'],
    ['franvaro_2026-13_2026-04-05.csv', 'period-in-name'],
  ])('refuses %s as %s', (name, code) => {
    expect(readName(name, PATTERN)).toMatchObject({ ok: false, code });
  });
});
