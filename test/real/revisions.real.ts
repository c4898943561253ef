import { beforeAll, describe, expect, it } from 'vitest';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { keyOf, type Flag, type Observation, type Revision } from '../../pipeline/contract/observation.ts';
import { markRevised } from '../../pipeline/protect/mark-revised.ts';
import { metric } from '../measure/measure-over.ts';
import { earlierTree } from '../protect/protect-over.ts';
import { askParquet, fromParquet } from './parquet.ts';

const FLAGS: Readonly<Record<string, Flag>> = { Missing: 'missing', Privacy: 'suppressed', 'Not applicable': 'not-applicable' };

/** A snapshot's observations by indicator, yearly, by municipality and sex. */
async function observationsOf(day: '2023-09-12' | '2024-12-12'): Promise<Map<string, Observation[]>> {
  const found = new Map<string, Observation[]>();
  for (const row of await askParquet(`select kpi, year, municipality_id, gender, status, value from ${fromParquet(day)}`)) {
    const [kpi, year, municipality, gender, status, value] = row as [string, number, string, string, string, number | null];
    const observation: Observation = {
      grain: 'year',
      window: 'period',
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
      members: [municipality, gender === 'T' ? '*' : gender],
      value,
      numerator: null,
      denominator: null,
      population: null,
      flag: value === null ? FLAGS[status]! : null,
      marks: [],
    };
    const known = found.get(kpi);
    if (known) known.push(observation);
    else found.set(kpi, [observation]);
  }
  return found;
}

const BOTH = `${fromParquet('2024-12-12')} now join ${fromParquet('2023-09-12')} was using (kpi, municipality_id, year, gender)`;

describe('two snapshots of Kolada, fifteen months apart: the earlier one as a follow-up, the later as now', () => {
  const revised = new Map<string, Observation[]>();
  const revisions = new Map<string, Revision[]>();
  let now: Map<string, Observation[]>;
  beforeAll(async () => {
    now = await observationsOf('2024-12-12');
    const then = await observationsOf('2023-09-12');
    for (const [kpi, rows] of now) {
      const followUp = earlierTree({ [kpi]: then.get(kpi) ?? [] }, '2023-09-12');
      const marked = await markRevised(metric({ id: kpi, dimensions: ['municipality', 'sex'] }), rows, [followUp]);
      revisions.set(kpi, marked.revisions);
      revised.set(
        kpi,
        marked.observations.filter(({ marks }) => marks.includes('revised')),
      );
    }
  });

  it('rounding noise is no revision: N15428 differs in 10 248 values, each by less than 1e-6', async () => {
    const [[differ]] = (await askParquet(`select count(*)::integer from ${BOTH} where kpi = 'N15428' and now.value <> was.value`)) as [
      [number],
    ];
    expect(differ).toBe(10_248);
    expect(revised.get('N15428')).toEqual([]);
  });

  it('marks what differs by more, and nothing else', () =>
    // N17813: 208 values of 2022, 191 of them by more than 0.01. U07417 and U07452 were re-based as a whole.
    expect(Object.fromEntries([...revised].filter(([, rows]) => rows.length > 0).map(([kpi, rows]) => [kpi, rows.length]))).toEqual({
      N17813: 208,
      U07417: 3770,
      U07452: 3528,
    }));

  it('lists them: old, new, by indicator and year', () => {
    const lines = [...revisions].flatMap(([kpi, found]) => {
      if (found.length === 0) return [];
      const values = new Map(now.get(kpi)!.map(row => [keyOf(row), row.value!]));
      const years = [...new Set(found.map(({ period_start }) => period_start.slice(0, 4)))].sort();
      const moved = found.map(revision => Math.abs(values.get(keyOf(revision))! - revision.was)).sort((a, b) => a - b);
      const [half, most] = [moved[Math.floor(moved.length / 2)]!, moved.at(-1)!].map(value => formatNumber(value, 2));
      return [`${kpi}: ${found.length} figures of ${years[0]}–${years.at(-1)}, moved by ${half} (median), at most ${most}`];
    });
    const total = [...revisions.values()].reduce((sum, found) => sum + found.length, 0);
    process.stdout.write(`${[`${total} revisions`, ...lines].join('\n')}\n`);
    expect(total).toBe(208 + 3770 + 3528);
    for (const [kpi, found] of revisions) for (const { was } of found) expect(Number.isFinite(was), kpi).toBe(true);
  });

  it('in every indicator as many as a comparison in SQL finds', async () => {
    const counted = await askParquet(
      `select kpi, (count(*) filter (abs(now.value - was.value) > 1e-6))::integer from ${BOTH} group by kpi order by kpi`,
    );
    expect([...revised].map(([kpi, rows]) => [kpi, rows.length]).sort()).toEqual(counted);
  });

  it('a value that came or went is another thing than a revision', async () => {
    const cameOrWent = (await askParquet(
      `select municipality_id || ' ' || gender || ' ' || year from ${BOTH} where kpi = 'N17813' and (now.value is null) <> (was.value is null)`,
    )) as [string][];
    expect(cameOrWent).toHaveLength(12);
    const keys = new Set(cameOrWent.flat());
    const marked = revised
      .get('N17813')!
      .map(({ members: [municipality, sex], period_start }) => `${municipality} ${sex === '*' ? 'T' : sex} ${period_start.slice(0, 4)}`);
    expect(marked.filter(key => keys.has(key))).toEqual([]);
  });
});
