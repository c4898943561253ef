import { describe, expect, it } from 'vitest';
import type { EditionInputs } from '../../pipeline/contract/manifest.ts';
import { editionId } from '../../pipeline/publish/edition-id.ts';

const INPUTS: EditionInputs = {
  deliveries: [{ source: 'absence', name: 'a.csv', received: '2026-10-05', sequence: 1, sha256: 'aa' }],
  refused: [{ source: 'absence', name: 'b.csv', sha256: 'bb' }],
  project: [{ path: 'malbild.yaml', sha256: 'cc' }],
  engine: 'dd',
  versions: { node: '20.19.0', icu: '74.1', lockfile: 'ee' },
  pdf: false,
  as_of: '2026-10-15',
  previous: null,
  follow_ups: [],
  withdrawn: [],
};

describe('editionId', () => {
  it('is the same for the same inputs, however they were put together', () => {
    const reversed = Object.fromEntries(Object.entries(INPUTS).reverse()) as unknown as EditionInputs;
    expect(editionId(reversed)).toBe(editionId(INPUTS));
    expect(editionId(INPUTS)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<EditionInputs>]>([
    ['a delivery', { deliveries: [] }],
    ['a delivery that came again', { deliveries: [...INPUTS.deliveries, { ...INPUTS.deliveries[0]!, sequence: 2 }] }],
    ['a refused file', { refused: [] }],
    ['a project file', { project: [{ path: 'malbild.yaml', sha256: 'cd' }] }],
    ['the engine', { engine: 'de' }],
    ['Node', { versions: { ...INPUTS.versions, node: '22.0.0' } }],
    ['the lockfile', { versions: { ...INPUTS.versions, lockfile: 'ef' } }],
    ['that reports are printed', { pdf: true }],
    ['as_of', { as_of: '2026-10-16' }],
    ['the edition before', { previous: 'ff' }],
    ['a follow-up edition', { follow_ups: [{ id: '2026-T1', edition: 'ff' }] }],
  ])('is another when %s is another', (_, changed) => {
    expect(editionId({ ...INPUTS, ...changed })).not.toBe(editionId(INPUTS));
  });
});
