import { describe, expect, it } from 'vitest';
import { deviationOf } from '../../../pipeline/load/contract/anomalies/deviation.ts';
import type { Point } from '../../../pipeline/load/contract/anomalies/deviation.ts';
import { findingText, publicFindingText } from '../../../pipeline/messages/findings.ts';
import { plusDays } from '../../../pipeline/contract/period.ts';
import { PLAIN_CONTRACT } from '../../../pipeline/words/source-contract.ts';
import { aTown } from '../a-town.ts';
import { column, declare } from '../declare.ts';
import { RECEIVED } from '../told.ts';

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const columns = [
  column('id', 'text', { key: true }),
  column('unit', 'text', { key: true }),
  column('amount', 'decimal(12,2)'),
  column('note', 'text'),
];
const source = declare({ columns, name_pattern: RECEIVED, kind: 'increment' });

/** The rows of a day like any other: 200 or so, with amounts around 1 000, and a note in nine of ten. */
function ordinary(day: number, random: () => number): string[] {
  const rows = Math.round(200 + Math.sqrt(200) * normal(random));
  return Array.from({ length: rows }, (_, i) => {
    const amount = (1000 * Math.exp(0.5 * normal(random))).toFixed(2);
    return `${day}-${i},enhet ${Math.floor(20 * random())},${amount},${random() < 0.9 ? 'x' : ''}`;
  });
}
const csvOf = (rows: readonly string[]): string => `id,unit,amount,note\n${rows.map(row => `${row}\n`).join('')}`;

async function townWith(days: number, seed: number, said = source) {
  const random = seeded(seed);
  const town = await aTown(said);
  for (let day = 0; day < days; day++) await town.drop(`${plusDays('2026-01-01', day)}.csv`, csvOf(ordinary(day, random)));
  return { town, random, next: async (rows: readonly string[]) => town.drop(`${plusDays('2026-01-01', days)}.csv`, csvOf(rows)) };
}

const cells = (change: (cells: string[]) => string[]) => (row: string) => change(row.split(',')).join();

describe('anomalies', () => {
  it.each([1, 2, 3])('200 ordinary deliveries give no false alarm (seed %i)', async seed => {
    const { town } = await townWith(200, seed);
    const { findings } = await town.load();
    expect(findings.map(findingText)).toEqual([]);
  });

  it.each<[string, string, (rows: string[]) => string[]]>([
    ['half of the rows', 'anomaly-rows', rows => rows.slice(0, rows.length / 2)],
    ['every row twice', 'anomaly-rows', rows => [...rows, ...rows.map(row => `d${row}`)]],
    ['no rows at all', 'anomaly-rows', () => []],
    [
      'amounts without their decimal point',
      'anomaly-mean',
      rows => rows.map(cells(([id, unit, amount, note]) => [id!, unit!, amount!.replace('.', ''), note!])),
    ],
    ['a column that is suddenly empty', 'anomaly-empty', rows => rows.map(cells(([id, unit, amount]) => [id!, unit!, amount!, '']))],
    ['one unit alone', 'anomaly-keys', rows => rows.map(cells(([id, , amount, note]) => [id!, 'enhet 1', amount!, note!]))],
  ])('%s is found, and nothing else', async (_, code, plant) => {
    const { town, random, next } = await townWith(40, 7);
    await next(plant(ordinary(40, random)));
    const { findings } = await town.load();
    expect(findings.map(found => `${found.severity} ${found.code}`)).toEqual([`warn ${code}`]);
    expect(findings.map(publicFindingText)).toEqual(['Sjukfrånvaro: en leverans är ovanlig till sin mängd']);
    expect(findings[0]).toMatchObject({ file: 'sources/absence/in/2026-02-10.csv', sources: ['absence'] });
  });

  it('is said in words, with what is normal', async () => {
    const { town, next } = await townWith(6, 1);
    await next(Array.from({ length: 50 }, (_, i) => `n${i},enhet ${i % 20},1000.00,${i % 10 ? 'x' : ''}`));
    expect((await town.load()).findings.map(findingText)).toEqual([
      'Sjukfrånvaro: 2026-01-07.csv har 50 rader, mot normalt 206–214; 76 % färre',
    ]);
  });

  it('needs six earlier deliveries', async () => {
    const { town, next } = await townWith(5, 1);
    await next(['n1,enhet 1,1000.00,x']);
    expect((await town.load()).findings).toEqual([]);
  });

  it('can be put off, or have other limits', async () => {
    for (const [anomalies, told] of [
      [null, 0],
      [{ z: 500, change: 0.2 }, 0],
      [{ z: 5, change: 0.9 }, 0],
      [{ z: 5, change: 0.2 }, 1],
    ] as const) {
      const { town, random, next } = await townWith(10, 1, { ...source, contract: { ...PLAIN_CONTRACT, anomalies } });
      await next(ordinary(10, random).slice(0, 100));
      expect((await town.load()).findings).toHaveLength(told);
    }
  });

  it('is told while the delivery is in force, for a year', async () => {
    const { town, next } = await townWith(10, 1);
    await next(['n1,enhet 1,1000.00,x']);
    expect((await town.load('2026-12-31')).findings).toHaveLength(1);
    expect((await town.load('2027-01-12')).findings).toHaveLength(0);
  });
});

describe('deviationOf', () => {
  const count = { noise: Math.sqrt, share: false };
  const exact = { noise: () => 0, share: false };
  const points = (...values: number[]): Point[] => values.map(value => ({ value, season: null }));
  const isAlarm = (point: Point, history: Point[]) => {
    const found = deviationOf(point, history, count);
    return (
      found !== null && Math.abs(found.z) >= 5 && Math.abs(found.change) >= 0.2 && (found.season === null || Math.abs(found.season) >= 0.2)
    );
  };

  it('is the modified z-score on logarithms, widened for a short history', () => {
    const [one] = [deviationOf({ value: 200, season: null }, points(90, 95, 100, 105, 110, 100), exact)!];
    const distances = [Math.log(100 / 90), Math.log(100 / 95), 0, Math.log(1.05), Math.log(1.1), 0].sort((a, b) => a - b);
    const mad = (distances[2]! + distances[3]!) / 2;
    expect(one.z).toBeCloseTo(Math.log(2) / (1.4826 * mad * (1 + 4 / 6)), 10);
    expect(one.change).toBeCloseTo(1);
    expect([one.low, one.high]).toEqual([96.25, 103.75]);
  });

  it('takes a series that never moved as one where a fifth is much', () => {
    const still = points(5000, 5000, 5000, 5000, 5000, 5000);
    for (const value of [5000 * 1.2, 5000 * 0.8])
      expect(Math.abs(deviationOf({ value, season: null }, still, exact)!.z)).toBeGreaterThan(5);
    for (const value of [5000 * 1.19, 5000 * 0.85])
      expect(Math.abs(deviationOf({ value, season: null }, still, exact)!.change)).toBeLessThan(0.2);
    expect(deviationOf({ value: 5000, season: null }, still, exact)!.change).toBeCloseTo(0);
    const none = deviationOf({ value: 3, season: null }, points(0, 0, 0, 0, 0, 0), exact)!;
    expect([none.z, none.change]).toEqual([Infinity, Infinity]);
    expect(deviationOf({ value: 0, season: null }, points(0, 0, 0, 0, 0, 0), count)).toMatchObject({ change: 0 });
  });

  it('knows a July that is always low from one that is low by mistake', () => {
    const random = seeded(3);
    const month = (i: number): Point => ({
      value: Math.round((i % 12 === 6 ? 360 : 1200) * Math.exp(0.04 * normal(random))),
      season: i % 12,
    });
    const history = Array.from({ length: 36 }, (_, i) => month(i));
    for (let i = 36; i < 48; i++) {
      const point = month(i);
      expect([i, isAlarm(point, history)]).toEqual([i, false]);
      expect([i, isAlarm({ ...point, value: point.value / 2 }, history)]).toEqual([i, true]);
      history.push(history.shift()!);
    }
    expect(isAlarm({ value: 360, season: 2 }, history)).toBe(true);
  });

  it('gives at most one false alarm in a thousand on ordinary months with a tenth of noise, and finds halves and doubles', () => {
    const tally = { alarms: 0, asked: 0, found: 0, planted: 0 };
    for (let seed = 1; seed <= 100; seed++) {
      const random = seeded(seed);
      const history: Point[] = [];
      for (let i = 0; i < 48; i++) {
        const point = { value: Math.round(1200 * Math.exp(0.07 * normal(random))), season: i % 12 };
        if (i >= 6) {
          tally.asked++;
          if (isAlarm(point, history)) tally.alarms++;
        }
        if (i >= 24)
          for (const value of [point.value / 2, point.value * 2]) {
            tally.planted++;
            if (isAlarm({ ...point, value }, history)) tally.found++;
          }
        history.push(point);
        if (history.length > 36) history.shift();
      }
    }
    expect(tally.alarms / tally.asked).toBeLessThan(0.001);
    expect(tally.found / tally.planted).toBeGreaterThan(0.95);
  });
});
