import { describe, expect, it } from 'vitest';
import { editionInputs, sameInputs, sameProgram } from '../../pipeline/occasions/edition-inputs.ts';
import { followUpFinding } from '../../pipeline/occasions/follow-up-finding.ts';
import { lateSources } from '../../pipeline/occasions/late-sources.ts';
import { followUpsBefore, followUpsDue } from '../../pipeline/occasions/occasions.ts';
import type { Deliveries, Delivery } from '../../pipeline/words/delivery.ts';
import type { FollowUp, Municipality, Project } from '../../pipeline/words/project.ts';
import type { Loaded } from '../../pipeline/words/stages.ts';
import { monthly, until } from '../measure/measure-over.ts';

const followUp = (id: string, as_of: string, said: Partial<FollowUp> = {}): FollowUp => ({
  id,
  name: id,
  through: as_of,
  as_of,
  approval: null,
  ...said,
});
const T1 = followUp('T1', '2026-05-20');
const T2 = followUp('T2', '2026-09-25');
const town = { name: 'Åby', follow_ups: [T1, T2] } as unknown as Municipality;
const now = (asOf: string) => ({ asOf, followUp: null });

describe('follow-ups', () => {
  it('are due once their day has passed, the earliest first, until they have an edition', () => {
    const due = (asOf: string, ...built: string[]) => followUpsDue(town, asOf, new Map(built.map(id => [id, `edition-${id}`])));
    expect(due('2026-05-20')).toEqual([]);
    expect(due('2026-05-21')).toEqual([{ asOf: '2026-05-20', followUp: T1 }]);
    expect(due('2026-12-01').map(o => o.followUp.id)).toEqual(['T1', 'T2']);
    expect(due('2026-12-01', 'T1').map(o => o.followUp.id)).toEqual(['T2']);
    expect(due('2026-12-01', 'T1', 'T2')).toEqual([]);
  });

  it('before an occasion are those with an edition and an earlier day; never the one that is being built', () => {
    const built = new Map([
      ['T1', 'e1'],
      ['T2', 'e2'],
    ]);
    expect(followUpsBefore(town, now('2026-12-01'), built)).toEqual([
      { id: 'T1', edition: 'e1' },
      { id: 'T2', edition: 'e2' },
    ]);
    expect(followUpsBefore(town, { asOf: T2.as_of, followUp: T2 }, built)).toEqual([{ id: 'T1', edition: 'e1' }]);
    expect(followUpsBefore(town, now('2026-12-01'), new Map([['T2', 'e2']]))).toEqual([{ id: 'T2', edition: 'e2' }]);
  });

  it('one that cannot be built is a warning that says why', () => {
    expect(followUpFinding({ asOf: T1.as_of, followUp: T1 }, 'no-delivery')).toMatchObject({
      code: 'follow-up-failed',
      severity: 'warn',
      details: { follow_up: 'T1', why: 'no-delivery' },
    });
  });
});

describe('what decides an edition', () => {
  const delivery = (name: string, received: string): Delivery => ({
    source: 'hr',
    name,
    received,
    sequence: 1,
    sha256: `sha-${name}`,
    period: null,
    path: '/secret/place',
    bytes: 5,
  });
  const deliveries: Deliveries = {
    deliveries: [delivery('a', '2026-05-20'), delivery('b', '2026-05-21')],
    refused: [{ source: 'hr', name: 'x', sha256: null, code: 'name-pattern', detail: 'why' }],
  };
  const project = (follow_ups: readonly FollowUp[], malbild = 'one'): Project =>
    ({
      municipality: { ...town, follow_ups },
      files: [
        { path: 'malbild.yaml', sha256: malbild },
        { path: 'sql/a.sql', sha256: 'a' },
      ],
    }) as unknown as Project;
  const program = { engine: 'engine', versions: { node: '20', icu: '74', lockfile: 'l' }, pdf: false };
  const inputs = (of: Project, occasion: Parameters<typeof editionInputs>[2], previous: string | null = null) =>
    editionInputs(of, deliveries, occasion, program, { previous, followUps: [], withdrawn: [] });

  it('deliveries received by as_of, refused files, the project’s files, the program, and what came before', () => {
    expect(inputs(project([T1]), now('2026-05-20'), 'before')).toEqual({
      deliveries: [{ source: 'hr', name: 'a', received: '2026-05-20', sequence: 1, sha256: 'sha-a' }],
      refused: [{ source: 'hr', name: 'x', sha256: null }],
      project: [
        { path: 'malbild.yaml', sha256: 'one' },
        { path: 'sql/a.sql', sha256: 'a' },
      ],
      ...program,
      as_of: '2026-05-20',
      previous: 'before',
      follow_ups: [],
      withdrawn: [],
    });
    expect(inputs(project([T1]), now('2026-05-21')).deliveries).toHaveLength(2);
  });

  it('a follow-up’s edition is the same before and after it is approved, an ordinary one is not', () => {
    const approved = { ...T1, approval: { by: 'KS', date: '2026-06-01', paragraph: '§ 1' } };
    const at = { asOf: T1.as_of, followUp: T1 };
    expect(inputs(project([T1], 'one'), at)).toEqual(inputs(project([approved], 'two'), at));
    expect(inputs(project([T1], 'one'), at)).not.toEqual(inputs(project([{ ...T1, name: 'Nytt namn' }], 'two'), at));
    expect(inputs(project([T1], 'one'), now('2026-06-02'))).not.toEqual(inputs(project([approved], 'two'), now('2026-06-02')));
  });

  it('a follow-up’s edition is another where one before it is approved, since its public tree then tells of that one', () => {
    const approval = { by: 'KS', date: '2026-06-01', paragraph: '§ 1' };
    const at = { asOf: T2.as_of, followUp: T2 };
    expect(inputs(project([{ ...T1, approval }, T2]), at)).not.toEqual(inputs(project([T1, T2]), at));
    expect(
      inputs(
        project([
          { ...T1, approval },
          { ...T2, approval },
        ]),
        at,
      ),
    ).toEqual(inputs(project([{ ...T1, approval }, T2]), at));
    expect(inputs(project([T1, { ...T2, approval }]), { asOf: T1.as_of, followUp: T1 })).toEqual(
      inputs(project([T1, T2]), { asOf: T1.as_of, followUp: T1 }),
    );
  });

  it('inputs are the same whatever edition came before; the program is, whatever was delivered', () => {
    const one = inputs(project([T1]), now('2026-05-20'), 'a');
    expect(sameInputs(one, inputs(project([T1]), now('2026-05-20'), 'b'))).toBe(true);
    expect(sameInputs(one, inputs(project([T1]), now('2026-05-21'), 'a'))).toBe(false);
    expect(sameProgram(one, inputs(project([T1]), now('2026-05-21'), 'b'))).toBe(true);
    expect(sameProgram(one, inputs(project([T1], 'two'), now('2026-05-20'), 'a'))).toBe(false);
    expect(sameProgram(one, { ...one, engine: 'other' })).toBe(false);
  });
});

it('a source is late the day after its next delivery was due, and says what it last covered', () => {
  const loaded = {
    sources: [
      { declaration: { id: 'hr', cadence: { every: 'month', due_days: 10 } }, coverage: monthly('2026-01', '2026-03') },
      { declaration: { id: 'accounts', cadence: { every: 'tertial', due_days: 10 } }, coverage: until('2026-03', '2026-04-04') },
      { declaration: { id: 'register', cadence: null }, coverage: null },
    ],
  } as unknown as Loaded;
  expect(lateSources(loaded, '2026-05-10')).toEqual([]);
  expect(lateSources(loaded, '2026-05-11')).toEqual([
    { source: 'hr', due: '2026-05-10', last: '2026-03-31' },
    { source: 'accounts', due: '2026-05-10', last: '2026-03-31' },
  ]);
});
