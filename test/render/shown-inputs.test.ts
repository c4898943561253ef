import { describe, expect, it } from 'vitest';
import type { EditionInputs } from '../../pipeline/contract/manifest.ts';
import { shownInputs } from '../../pipeline/render/shown-inputs.ts';
import { metric } from '../measure/measure-over.ts';

const file = (path: string) => ({ path, sha256: `sha-${path}` });
const relation = (id: string, ...reads: string[]) => ({ id, file: `sql/${id.replace('.', '/')}.sql`, reads });
const open = metric({ id: 'cost', file: 'sql/metrics/cost.sql', reads: ['marts.accounts'] });
const internal = metric({ id: 'threats', file: 'sql/metrics/threats.sql', reads: ['marts.threats'] });
const approval = { by: 'KS', date: '2026-06-01', paragraph: '§ 1' };
const followUp = (id: string, approved: boolean) => ({
  ...{ id, name: id, through: '2026-04-30', as_of: '2026-05-20' },
  approval: approved ? approval : null,
});
const withdrawal = (edition: string, follow_up: string | null) => ({
  ...{ edition, as_of: '2026-05-20', follow_up },
  ...{ date: '2026-06-01', by: 'KS', reason: 'fel' },
});

const inputs: EditionInputs = {
  deliveries: [{ source: 'accounts', name: 'a.csv', received: '2026-05-05', sequence: 1, sha256: 'aa' }],
  refused: [{ source: 'accounts', name: 'Anna Andersson.csv', sha256: 'bb' }],
  project: [
    'malbild.yaml',
    'sources/accounts/source.yaml',
    'sql/checks/threats.sql',
    'sql/marts/accounts.sql',
    'sql/marts/organisation.sql',
    'sql/marts/threats.sql',
    'sql/metrics/cost.sql',
    'sql/metrics/threats.sql',
    'sql/staging/accounts.sql',
    'sql/staging/threats.sql',
  ].map(file),
  engine: 'dd',
  versions: { node: '20', icu: '74', lockfile: 'ee' },
  pdf: false,
  as_of: '2026-10-15',
  previous: null,
  follow_ups: [
    { id: 'T1', edition: 'e1' },
    { id: 'T2', edition: 'e2' },
  ],
  withdrawn: [withdrawal('w1', null), withdrawal('w2', 'T3')],
};

const shown = (audience: 'public' | 'internal') =>
  shownInputs(inputs, {
    project: {
      municipality: {
        dimensions: [{ hierarchy: 'marts.organisation' }, { hierarchy: null }],
        follow_ups: [followUp('T1', true), followUp('T2', false), followUp('T3', false)],
      },
      metrics: [open, internal],
      staging: [relation('staging.accounts', 'raw.accounts'), relation('staging.threats', 'raw.threats')],
      marts: [
        relation('marts.organisation', 'raw.organisation'),
        relation('marts.accounts', 'staging.accounts'),
        relation('marts.threats', 'staging.threats'),
      ],
    },
    cells: { audience, metrics: audience === 'public' ? [{ declaration: open }] : [{ declaration: open }, { declaration: internal }] },
    earlier: { follow_ups: ['T1', 'T2'].map(id => ({ follow_up: id, edition: id, plans: [] })), withdrawn: inputs.withdrawn },
  } as unknown as Parameters<typeof shownInputs>[1]);

describe('what a manifest says that its edition was made of', () => {
  it('is publicly nothing that only the internal tree tells of', () => {
    const { refused, project, follow_ups, withdrawn, ...rest } = shown('public');
    expect(refused).toEqual([]);
    expect(project.map(({ path }) => path)).toEqual([
      'malbild.yaml',
      'sources/accounts/source.yaml',
      'sql/marts/accounts.sql',
      'sql/marts/organisation.sql',
      'sql/metrics/cost.sql',
      'sql/staging/accounts.sql',
    ]);
    expect(follow_ups).toEqual([{ id: 'T1', edition: 'e1' }]);
    expect(withdrawn.map(({ edition }) => edition)).toEqual(['w1']);
    expect(rest).toEqual(Object.fromEntries(Object.entries(inputs).filter(([key]) => key in rest)));
  });

  it('is internally all that the id is the digest of', () => {
    expect(shown('internal')).toBe(inputs);
  });
});
