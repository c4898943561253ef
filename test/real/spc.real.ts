import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aWorld } from '../cli/a-world.ts';
import { real } from './real-files.ts';

describe('the reference series of NHSRplotthedots', () => {
  it('come out of `malbild spc` as they are, every point of them', async () => {
    const file = real('spc', 'xmr_reference.json');
    const { malbild, said } = aWorld(process.cwd());
    expect(await malbild('spc', file)).toBe(0);
    const reference = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
    expect(reference).toHaveLength(45);
    expect(JSON.parse(said.out)).toEqual(reference);
  });
});
