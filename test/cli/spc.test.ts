import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../temp-folder.ts';
import { aWorld } from './a-world.ts';

async function spc(json: string) {
  const folder = await tempFolder();
  await writeFile(`${folder}/a.json`, json);
  const { malbild, said } = aWorld(folder);
  const code = await malbild('spc', 'a.json');
  return { code, out: said.out, error: said.error.replaceAll(`${folder}/`, '') };
}

const ONE = { values: [1, 2, 1, 3], direction: 'increase', target: 5 };

describe('malbild spc', () => {
  it('prints a file’s series in its own shape, without a project', async () => {
    const { code, out } = await spc(JSON.stringify([ONE, { ...ONE, name: 'b', target: null, mean: 'old' }]));
    expect(code).toBe(0);
    const judged = JSON.parse(out) as unknown;
    const causes = ['Common Cause', 'Common Cause', 'Common Cause', 'Common Cause'];
    const types = ['common_cause', 'common_cause', 'common_cause', 'common_cause'];
    // Moving ranges 1, 1, 2: their mean is 4/3, and 2.66 × 4/3 = 3.5466666667.
    const said = { mean: 1.75, lpl: -1.7966666667, upl: 5.2966666667, special_cause: causes, point_type: types };
    expect(judged).toEqual([
      { ...ONE, ...said, assurance: 'inconsistent' },
      { ...ONE, name: 'b', target: null, ...said, assurance: null },
    ]);
    expect(Object.keys((judged as object[])[0]!)).toEqual([
      'values',
      'direction',
      'target',
      'mean',
      'lpl',
      'upl',
      'special_cause',
      'point_type',
      'assurance',
    ]);
  });

  it('takes one series alone, with or without a target', async () => {
    const { out } = await spc('{"values": [4], "direction": "neutral"}');
    expect(JSON.parse(out)).toMatchObject({ values: [4], target: null, mean: 4, lpl: null, upl: null, special_cause: ['Common Cause'] });
  });

  it.each([
    [
      '[{"values": [1, "2"], "direction": "increase"}]',
      'a.json: series 1, values[1]: "2"; allowed: a number below 1e150 in size, or null where one is missing',
    ],
    ['[{"values": [1], "direction": "up"}]', 'a.json: series 1, direction: "up"; allowed: "increase", "decrease", "neutral"'],
    ['{"values": [], "direction": "increase"}', 'a.json: values: []; allowed: a list with at least one number'],
    ['{"values": [null], "direction": "increase"}', 'a.json: values: [null]; allowed: a list with at least one number'],
    ['{"direction": "increase"}', 'a.json: values: nothing; allowed: a list of numbers in time order'],
    [
      '[{"values": [1], "direction": "neutral", "target": "7"}]',
      'a.json: series 1, target: "7"; allowed: a number below 1e150 in size, or null where there is none',
    ],
    ['[7]', 'a.json: series 1: 7; allowed: an object with values, direction and target'],
    ['7', 'a.json: 7; allowed: an object with values, direction and target'],
  ])('refuses %s', async (json, message) => {
    const { code, error, out } = await spc(json);
    expect([code, error, out]).toEqual([1, `malbild: ${message}\n`, '']);
  });

  it('names every fault of a file at once', async () => {
    const { error } = await spc('[{"values": [1]}, {"values": [true], "direction": "increase"}]');
    expect(error).toMatch(/series 1, direction: nothing;.*\n.*series 2, values\[0\]: true;/);
  });

  it('says what is not JSON, and what cannot be read', async () => {
    expect((await spc('{')).error).toMatch(/a\.json: it is not JSON \(.*\); allowed: an array of objects, or one object/);
    const { malbild, said } = aWorld(await tempFolder());
    expect(await malbild('spc', 'nowhere.json')).toBe(1);
    expect(said.error).toMatch('nowhere.json: it cannot be read (ENOENT)');
  });
});
