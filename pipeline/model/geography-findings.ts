import type { HierarchyNode } from '../contract/manifest.ts';
import type { Finding } from '../words/finding.ts';
import type { Geography } from '../words/geography.ts';
import type { Dimension, Project } from '../words/project.ts';

/** Areas of a map that no member has, and members that the map lacks: what they are about is in tables alone. */
export function geographyFindings(
  { geographies, municipality }: Pick<Project, 'geographies' | 'municipality'>,
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>,
): Finding[] {
  return geographies.flatMap(geography => {
    const dimension = municipality.dimensions.find(({ id }) => id === geography.dimension)!;
    const areas = new Set(geography.areas.map(({ id }) => id));
    const members = membersOf(dimension, hierarchies[dimension.id] ?? [], areas);
    // Where the data decide which members there are, neither can be known here.
    if (members === null) return [];
    const strangers = [...areas].filter(id => !members.all.has(id));
    const without = [...members.mapped].filter(id => !areas.has(id));
    return [
      ...(strangers.length > 0 ? [finding('area-without-member', geography, dimension, strangers)] : []),
      ...(without.length > 0 ? [finding('member-without-area', geography, dimension, without)] : []),
    ];
  });
}

/** Every member, and those that ought to be on the map: of a tree, the ones at levels that any area is at. */
function membersOf({ hierarchy, members }: Dimension, nodes: readonly HierarchyNode[], areas: ReadonlySet<string>) {
  if (hierarchy === null) {
    const all = new Set(Object.keys(members));
    return all.size === 0 ? null : { all, mapped: all };
  }
  const levels = new Set(nodes.filter(({ id }) => areas.has(id)).map(({ level }) => level));
  return { all: new Set(nodes.map(({ id }) => id)), mapped: new Set(nodes.filter(({ level }) => levels.has(level)).map(({ id }) => id)) };
}

const finding = (code: string, { file }: Geography, { name }: Dimension, ids: readonly string[]): Finding => ({
  code,
  severity: 'warn',
  sources: [],
  metrics: [],
  file,
  line: null,
  details: { dimension: name, file, count: ids.length, ids: [...ids].sort().join(', ') },
});
