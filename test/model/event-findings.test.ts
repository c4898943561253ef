import { describe, expect, it } from 'vitest';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { eventFindings } from '../../pipeline/model/event-findings.ts';
import { ORGANISATION, project } from '../judge/support/builders.ts';

const { municipality } = project([], []);
const tree = { ...municipality, dimensions: [{ ...ORGANISATION, hierarchy: 'marts.organisation' }] };
const node = (id: string) => ({ id, parent: null, level: 'unit', name: id, valid_from: null, valid_to: null });
const found = (place: string, nodes = [node('301'), node('302'), node('VON')]) =>
  eventFindings({ municipality: tree, eventPlaces: [{ place, file: 'malbild.yaml', line: 18 }] }, { [ORGANISATION.id]: nodes });

describe('an event at a place', () => {
  it('that the tree has never had is a finding: where, what was found and what is allowed', () => {
    const [finding, ...more] = found('310');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'event-place-unknown', severity: 'warn', file: 'malbild.yaml', line: 18 });
    expect(findingText(finding!)).toBe(
      'En händelse gäller 310, som inte finns i Organisation, och ritas inte; tillåtna är de 3 i marts.organisation, närmast 301',
    );
    // Neither a file nor what was found.
    expect(publicFindingText(finding!)).toBe('En händelse gäller en plats som inte finns i Organisation, och ritas inte');
  });

  it('that the tree has, or has had, is none; nor where the tree could not be built', () => {
    expect(found('VON')).toEqual([]);
    expect(found('310', [])).toEqual([]);
  });
});
