import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addApproval } from '../../pipeline/editions/add-approval.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { smallProject, writeProject } from '../read/small-project.ts';
import { aWorld } from './a-world.ts';

const DECISION = ['--by', 'Kommunfullmäktige', '--date', '2026-10-21', '--paragraph', '§ 152'];
const approval = { by: 'Kommunfullmäktige', date: '2026-10-21', paragraph: '§ 152' };

describe('approve', () => {
  it('writes the approval in malbild.yaml, and nothing else', async () => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('approve', '2026-T2', ...DECISION)).toBe(0);
    expect(await readFile(join(folder, 'malbild.yaml'), 'utf8')).toBe(
      smallProject['malbild.yaml']!.replace(
        'as_of: 2026-09-20 }',
        'as_of: 2026-09-20, approval: { by: Kommunfullmäktige, date: 2026-10-21, paragraph: § 152 } }',
      ),
    );
    const { municipality, problems } = await readProject(folder);
    expect(problems).toEqual([]);
    expect(municipality.follow_ups.map(({ id, approval: given }) => [id, given?.by])).toEqual([
      ['2026-T1', 'KS'],
      ['2026-T2', 'Kommunfullmäktige'],
    ]);
    expect(said.out).toMatch(/^wrote the approval of 2026-T2/);
  });

  it.each([
    ['a follow-up that there is not', ['2026-T3', ...DECISION], "there is no follow-up '2026-T3'; allowed: 2026-T1, 2026-T2"],
    ['one that is approved', ['2026-T1', ...DECISION], '2026-T1 is approved already, by KS 2026-06-01, § 1'],
    ['a day before its figures', ['2026-T2', ...DECISION.with(3, '2026-09-19')], 'allowed: 2026-09-20 or later'],
    ['half a decision', ['2026-T2', '--by', 'KF'], '--by, --date and --paragraph are all needed'],
  ])('refuses %s', async (_, args, error) => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('approve', ...args)).toBeGreaterThan(0);
    expect(said.error).toContain(error);
    expect(await readFile(join(folder, 'malbild.yaml'), 'utf8')).toBe(smallProject['malbild.yaml']);
  });
});

describe('addApproval', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });

  it('adds what reads back as what was decided, however the follow-up is written', () =>
    fc.assert(
      fc.property(text, text, fc.constantFrom('flow', 'block', 'last', 'folded', 'named', 'alias', 'aliases'), (by, paragraph, way) => {
        const written = {
          flow: 'name: Åby # kommun\nfollow_ups:\n  - { id: T1, name: Ett }\n  - { id: T2, name: Två } # den andra\nas_of: 2026-01-01\n',
          block:
            'follow_ups:\n  - id: T1\n    name: Ett\n  # den andra\n  - id: T2\n    name: Två # ännu\n\n  - id: T3\n    name: Tre\nname: Åby\n',
          last: 'follow_ups:\n- id: T2\n  name: "Två"',
          folded: 'follow_ups:\n  - id: T2\n    name: >-\n      Tertial\n      två\nname: Åby\n',
          named: 'follow_ups:\n  - id: T2\n    name:\n      sv: Två\n      en: Two # engelska\n  - id: T3\nname: Åby\n',
          alias: 'as_of: &day 2026-05-20\nfollow_ups:\n  - id: T2\n    as_of: *day\nname: Åby\n',
          aliases: 'as_of: &day 2026-05-20\nfollow_ups:\n  - { id: T2, as_of: *day }\nname: Åby\n',
        }[way];
        const given = { ...approval, by, paragraph };
        const before = parse(written) as { follow_ups: { id: string }[] };
        const added = addApproval(written, 'T2', given)!;
        expect(parse(added)).toEqual({
          ...before,
          follow_ups: before.follow_ups.map(one => (one.id === 'T2' ? { ...one, approval: given } : one)),
        });
        for (const line of written.split('\n')) if (line.includes('#')) expect(added).toContain(line.slice(line.indexOf('#')));
      }),
    ));

  it('leaves a comment with the line that it is about', () => {
    const written = 'follow_ups:\n  - id: T2\n    as_of: 2026-05-20 # after the board\n';
    expect(addApproval(written, 'T2', approval)).toContain('as_of: 2026-05-20 # after the board\n    approval: {');
  });

  it('ends its line as the file ends its lines', () => {
    const added = addApproval('follow_ups:\r\n  - id: T2\r\n    name: Två\r\nname: Åby\r\n', 'T2', approval)!;
    expect(added.split('\r\n').some(line => line.includes('\n'))).toBe(false);
  });
});
