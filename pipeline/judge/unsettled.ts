import type { Observation } from '../contract/observation.ts';
import type { Reason } from '../contract/status.ts';

/** Marks that make a row unsettled, the gravest first. */
const GRAVEST_FIRST = ['held', 'late', 'preliminary', 'incomplete', 'partial'] as const;

/** Why a row cannot be judged: its flag, else its gravest mark; `no-outcome` where there is no row. */
export function whyUnsettled(row: Pick<Observation, 'flag' | 'marks'> | null, acceptGaps: boolean): Reason {
  if (row === null) return 'no-outcome';
  const mark = GRAVEST_FIRST.find(m => row.marks.includes(m) && !(m === 'incomplete' && acceptGaps));
  return row.flag ?? mark ?? 'no-outcome';
}
