import { describe, expect, it } from 'vitest';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Revision } from '../../pipeline/contract/observation.ts';
import { revisionCauses } from '../../pipeline/render/revision-causes.ts';
import type { DeliveryKind } from '../../pipeline/words/source.ts';
import { earlierTree } from '../protect/protect-over.ts';
import { metric } from '../measure/measure-over.ts';

const METRIC = `/*\nid: sick-leave\nname: Sjukfrånvaro\nmeasure: sum(hours)\ntime: month\n*/\nfrom marts.absence`;
const revision: Revision = {
  ...{ grain: 'month', window: 'period', period_start: '2026-03-01', members: ['SOC'] },
  ...{ was: 5.4, follow_up: '2026-T1' },
};
const delivery = (period: string, received: string, more: { loaded?: number; superseded?: number } = {}) => ({
  ...{ name: `f_${period}_${received}.csv`, received, sequence: 1, sha256: `${period}${received}`, period },
  ...{ records: 10, loaded: 10, rejected: 0, ignored: 0, superseded: 0 },
  ...more,
});
const node = (id: string, parent: string | null, more: Partial<HierarchyNode> = {}): HierarchyNode => ({
  ...{ id, parent, level: 'unit', name: id, valid_from: null, valid_to: null },
  ...more,
});

interface State {
  deliveries: readonly ReturnType<typeof delivery>[];
  sql?: string;
  mart?: string;
  nodes?: readonly HierarchyNode[];
}

/** What is said of a figure of March that was reported with `then`, and is otherwise with `now`. */
function causes(then: State, now: State, kind: DeliveryKind = 'period', covers: { by: 'name' } | null = { by: 'name' }) {
  const tree = [node('SOC', null), node('101', 'SOC')];
  const files = ({ mart = 'a' }: State) => [{ path: 'sql/marts/absence.sql', sha256: mart }];
  const declaration = metric({ id: 'sick-leave', dimensions: ['organisation'], reads: ['marts.absence'], text: now.sql ?? METRIC });
  const earlier = earlierTree({}, '2026-T1');
  const manifest = {
    ...earlier.manifest,
    inputs: { ...earlier.manifest.inputs, project: files(then) },
    hierarchies: { organisation: then.nodes ?? tree },
    sources: [{ id: 'absence', deliveries: then.deliveries }],
    metrics: [{ id: 'sick-leave', sql: then.sql ?? METRIC }],
  };
  const input = {
    project: {
      metrics: [declaration],
      staging: [],
      marts: [{ id: 'marts.absence', file: 'sql/marts/absence.sql', reads: ['raw.absence'] }],
      files: files(now),
    },
    loaded: { sources: [{ declaration: { id: 'absence', kind, covers }, deliveries: now.deliveries }] },
    modelled: { hierarchies: { organisation: now.nodes ?? tree } },
    earlier: { follow_ups: [{ ...earlier, manifest }] },
  };
  return revisionCauses({ declaration, sources: ['absence'] }, revision, input as unknown as Parameters<typeof revisionCauses>[2]);
}

const march = delivery('2026-03', '2026-04-05');

describe('what can have moved a figure that was reported', () => {
  it('a delivery of the same period in the place of the one that counted', () => {
    const again = delivery('2026-03', '2026-06-05');
    expect(causes({ deliveries: [march] }, { deliveries: [{ ...march, superseded: 10 }, again] })).toEqual(['corrected']);
  });

  it('a delivery of another period is none', () => {
    expect(causes({ deliveries: [march] }, { deliveries: [march, delivery('2026-04', '2026-05-05')] })).toEqual([]);
  });

  it.each<[string, number, number, string[]]>([
    ['adds rows', 0, 10, ['late-rows']],
    ['takes the place of rows', 10, 10, ['corrected']],
    ['does both', 4, 10, ['late-rows', 'corrected']],
  ])('an increment that %s', (_, superseded, loaded, expected) => {
    const more = delivery('2026-06', '2026-06-05', { loaded });
    expect(causes({ deliveries: [march] }, { deliveries: [{ ...march, superseded }, more] }, 'increment', null)).toEqual(expected);
  });

  it.each([
    ['its measure', METRIC.replace('sum(hours)', 'sum(days)')],
    ['its body', `${METRIC} where hours > 0`],
  ])('another definition of the metric: %s', (_, sql) => {
    expect(causes({ deliveries: [march] }, { deliveries: [march], sql })).toEqual(['definition']);
  });

  it('another mart; not another name or question', () => {
    expect(causes({ deliveries: [march] }, { deliveries: [march], mart: 'b' })).toEqual(['definition']);
    expect(causes({ deliveries: [march] }, { deliveries: [march], sql: METRIC.replace('name: Sjukfrånvaro', 'name: Frånvaro') })).toEqual(
      [],
    );
  });

  it('a unit that came to or left the branch in the period; not one that moved afterwards', () => {
    const moved = (from: string) => [
      node('SOC', null),
      node('VOF', null),
      node('101', 'SOC', { valid_to: from }),
      node('101', 'VOF', { valid_from: from }),
    ];
    expect(causes({ deliveries: [march] }, { deliveries: [march], nodes: moved('2026-03-10') })).toEqual(['moved-unit']);
    const later = [node('SOC', null), node('101', 'SOC'), node('VOF', null)];
    expect(causes({ deliveries: [march] }, { deliveries: [march], nodes: later })).toEqual([]);
  });
});
