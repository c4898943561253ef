import { describe, expect, it } from 'vitest';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { geographyFindings } from '../../pipeline/model/geography-findings.ts';
import { MUNICIPALITY, ORGANISATION, project } from '../judge/support/builders.ts';

const found = (dimension: object, ids: string[], nodes: Parameters<typeof geographyFindings>[1] = {}) => {
  const { municipality } = project([], []);
  const dimensions = [{ ...MUNICIPALITY, ...dimension }];
  const areas = ids.map(id => ({ id, polygons: [] }));
  const geographies = [{ dimension: dimensions[0]!.id, file: 'geography/m.geojson', crs: 'EPSG:4326' as const, areas }];
  return geographyFindings({ municipality: { ...municipality, dimensions }, geographies }, nodes);
};

describe('boundaries and members that do not agree', () => {
  it('are findings: an area without a member, a member without an area', () => {
    const findings = found({ members: { '1': 'Ett', '2': 'Två', '3': 'Tre' } }, ['1', '9']);
    expect(findings.map(({ code, severity, details }) => [code, severity, details.ids])).toEqual([
      ['area-without-member', 'warn', '9'],
      ['member-without-area', 'warn', '2, 3'],
    ]);
    expect(findings.map(findingText)).toEqual([
      'Kommun: 1 yta i geography/m.geojson hör inte till någon som finns, och ritas inte: 9',
      'Kommun: 2 saknar yta i geography/m.geojson, och finns bara i tabellen under kartan: 2, 3',
    ]);
    // Neither a file nor an id.
    expect(findings.map(publicFindingText).join()).not.toMatch(/geojson|9/);
  });
  it('are none where they agree, and where the data decide which members there are', () => {
    expect(found({ members: { '1': 'Ett' } }, ['1'])).toEqual([]);
    expect(found({ members: {} }, ['1'])).toEqual([]);
  });
  it('of a tree are looked for at the levels that have areas', () => {
    const node = (id: string, parent: string | null, level: string) => ({ id, parent, level, name: id, valid_from: null, valid_to: null });
    const nodes = [node('A', null, 'board'), node('1', 'A', 'unit'), node('2', 'A', 'unit')];
    const tree = { ...ORGANISATION, hierarchy: 'marts.organisation' };
    expect(found(tree, ['1'], { [ORGANISATION.id]: nodes }).map(({ code, details }) => [code, details.ids])).toEqual([
      ['member-without-area', '2'],
    ]);
  });
});
