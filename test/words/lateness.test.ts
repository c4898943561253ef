import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import { lateness } from '../../pipeline/words/lateness.ts';
import type { Cadence } from '../../pipeline/words/source.ts';

const through = (month: string) => ({ last: parsePeriod(month)!.first });
const every = (grain: Cadence['every'], due_days: number) => ({ cadence: { every: grain, due_days } });

describe('lateness', () => {
  it('is due so many days after the first uncovered period, and late the day after that', () => {
    const source = every('month', 10);
    expect(lateness(source, through('2026-08'), '2026-10-10')).toEqual({ due: '2026-10-10', late: false });
    expect(lateness(source, through('2026-08'), '2026-10-11')).toEqual({ due: '2026-10-10', late: true });
  });

  it('counts in the periods of the cadence', () => {
    expect(lateness(every('year', 65), through('2025-12'), '2026-12-31')).toEqual({ due: '2027-03-06', late: false });
    expect(lateness(every('tertial', 0), through('2026-04'), '2026-09-01')).toEqual({ due: '2026-08-31', late: true });
    expect(lateness(every('quarter', 5), through('2026-05'), '2026-06-01')).toEqual({ due: '2026-07-05', late: false });
  });

  it('is never due without cadence, coverage or a covered month', () => {
    const never = { due: null, late: false };
    expect(lateness({ cadence: null }, through('2020-01'), '2026-01-01')).toEqual(never);
    expect(lateness(every('month', 1), null, '2026-01-01')).toEqual(never);
    expect(lateness(every('month', 1), { last: null }, '2026-01-01')).toEqual(never);
  });
});
