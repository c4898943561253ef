import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { readEarlier, readTree } from '../../pipeline/publish/read-tree.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

const [A, B, C] = [idOf('a'), idOf('b'), idOf('c')];
const CSV = `metric,grain,window,period_start,period_end,organisation,sex,value,numerator,denominator,population,flag,marks
sick-leave,month,period,2026-01-01,2026-01-31,*,*,9.9617,1470.35,14760,106,,example
sick-leave,month,rolling-12,2026-01-01,2026-01-31,101,K,,,,,suppressed,partial late
`;
const PARTS = `metric,grain,window,period_start,period_end,organisation,sex,value,numerator,denominator,population,flag,marks,parent
sick-leave,year,period,2026-01-01,2026-12-31,403,*,5,50,1000,11,,example,IFO
`;
const FILES = { 'data/observations/sick-leave.csv': CSV, 'data/parts/sick-leave.csv': PARTS };

async function published(): Promise<string> {
  const dist = await tempFolder();
  await publishEdition(aPublication({ dist, id: A, date: '2026-10-15', files: FILES }), realEffects());
  return dist;
}

describe('readTree', () => {
  it('gives back what was published', async () => {
    const tree = await readTree(`${await published()}/current/public`);
    expect(tree).toMatchObject({ edition: A, as_of: '2026-10-15', follow_up: null, plans: [] });
    expect(await tree.observations('sick-leave')).toEqual([
      {
        grain: 'month',
        window: 'period',
        period_start: '2026-01-01',
        period_end: '2026-01-31',
        members: ['*', '*'],
        value: 9.9617,
        numerator: '1470.35',
        denominator: '14760',
        population: 106,
        flag: null,
        marks: ['example'],
      },
      {
        grain: 'month',
        window: 'rolling-12',
        period_start: '2026-01-01',
        period_end: '2026-01-31',
        members: ['101', 'K'],
        value: null,
        numerator: null,
        denominator: null,
        population: null,
        flag: 'suppressed',
        marks: ['partial', 'late'],
      },
    ]);
  });

  it('gives back what each parent had of a unit that moved', async () => {
    const tree = await readTree(`${await published()}/current/public`);
    expect(await tree.parts('sick-leave')).toMatchObject([{ members: ['403', '*'], numerator: '50', parent: 'IFO' }]);
  });

  it('has nothing of a metric it did not publish', async () => {
    const tree = await readTree(`${await published()}/current/public`);
    expect([await tree.observations('other'), await tree.parts('other')]).toEqual([null, null]);
  });

  it('names a file that is gone, and one whose bytes are others than were published', async () => {
    const folder = `${await published()}/current/public`;
    const tree = await readTree(folder);
    await writeFile(`${folder}/data/observations/sick-leave.csv`, CSV.replace('9.9617', '1.0'));
    await expect(tree.observations('sick-leave')).rejects.toThrow(/data\/observations\/sick-leave\.csv is not as it was published/);
    await rm(`${folder}/data/goals.json`);
    await expect(readTree(folder)).rejects.toThrow(/data\/goals\.json cannot be opened/);
    await rm(`${folder}/data/manifest.json`);
    await expect(readTree(folder)).rejects.toThrow(/data\/manifest\.json/);
  });
});

describe('readEarlier', () => {
  it('reads the edition before and the follow-ups, earliest first', async () => {
    const dist = await published();
    for (const [id, followUp, date] of [
      [B, '2026-delar', '2026-09-25'],
      [C, '2026-T1', '2026-05-20'],
    ] as const)
      await publishEdition(aPublication({ dist, id, followUp, date, files: {} }), realEffects());
    const earlier = await readEarlier(dist, 'internal', { before: A, followUps: [B, C], withdrawn: [] });
    expect(earlier.before?.edition).toBe(A);
    expect(earlier.follow_ups.map(tree => tree.follow_up)).toEqual(['2026-T1', '2026-delar']);
  });

  it('is empty before the first edition', async () => {
    expect(await readEarlier(await tempFolder(), 'public', { before: null, followUps: [], withdrawn: [] })).toEqual({
      ...{ before: null, follow_ups: [], withdrawn: [] },
    });
  });
});
