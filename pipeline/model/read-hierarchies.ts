import type { HierarchyNode } from '../contract/manifest.ts';
import { lastDay, monthOf, type Day } from '../contract/period.ts';
import { QueryError } from '../warehouse/query.ts';
import { readHierarchy } from '../warehouse/relations.ts';
import type { Finding } from '../words/finding.ts';
import type { Dimension, Project } from '../words/project.ts';
import type { Recall } from '../words/recall.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Built } from './build-relations.ts';

const OPEN_FROM = '0001-01-01';
const OPEN_TO = '9999-12-31';

/** Every dimension's tree, and what is wrong with it. A mart that has not the shape of a tree is broken, as one that fails is. */
export async function readHierarchies(project: Project, built: Built, warehouse: Warehouse, recall: Recall) {
  const hierarchies: Record<string, readonly HierarchyNode[]> = {};
  const findings: Finding[] = [];
  for (const dimension of project.municipality.dimensions) {
    const { hierarchy } = dimension;
    if (hierarchy === null || built.broken.has(hierarchy)) continue;
    try {
      const nodes = await recall('hierarchy', built.keys.get(hierarchy)!, async () => {
        await built.ensure([hierarchy]);
        return readHierarchy(warehouse, hierarchy);
      });
      hierarchies[dimension.id] = nodes;
      findings.push(...treeFindings(dimension, nodes));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      built.broken.add(hierarchy);
      findings.push(treeFinding('sql-failed', 'warn', dimension, { relation: hierarchy, error: error.message.split('\n')[0]! }));
    }
  }
  return { hierarchies, findings };
}

/** Overlapping validity, unknown parents, circles, changes inside a month. `nodes`: by id and validity. */
function treeFindings(dimension: Dimension, nodes: readonly HierarchyNode[]): Finding[] {
  const findings: Finding[] = [];
  const byId = new Map<string, HierarchyNode[]>();
  for (const node of nodes) byId.set(node.id, [...(byId.get(node.id) ?? []), node]);
  for (const [i, node] of nodes.entries()) {
    const find = (code: string, severity: Finding['severity'], more: Finding['details']) =>
      findings.push(treeFinding(code, severity, dimension, { dimension: dimension.name, node: node.id, ...more }));
    const next = nodes[i + 1];
    if (next?.id === node.id && (next.valid_from ?? OPEN_FROM) <= (node.valid_to ?? OPEN_TO))
      find('overlapping-validity', 'hold-edition', { day: next.valid_from ?? OPEN_FROM });
    if (node.parent !== null && !byId.has(node.parent)) find('unknown-parent', 'warn', { parent: node.parent });
    else if (node.parent !== null && isUnderItself(node, byId)) find('circular-parent', 'warn', { parent: node.parent });
    const insideMonth = [
      node.valid_from !== null && node.valid_from.slice(8) !== '01' && node.valid_from,
      node.valid_to !== null && node.valid_to !== lastDay(monthOf(node.valid_to)) && node.valid_to,
    ].find(Boolean);
    if (insideMonth) find('change-inside-month', 'warn', { day: insideMonth });
  }
  return findings;
}

/** True where the way up from a node comes back to it on some day. */
function isUnderItself(node: HierarchyNode, byId: ReadonlyMap<string, readonly HierarchyNode[]>): boolean {
  const comesBack = (at: HierarchyNode, from: Day, to: Day, seen: ReadonlySet<string>): boolean =>
    (byId.get(at.parent ?? '') ?? []).some(up => {
      const [first, last] = [[from, up.valid_from ?? OPEN_FROM].sort()[1]!, [to, up.valid_to ?? OPEN_TO].sort()[0]!];
      if (first > last) return false;
      return up.id === node.id || (!seen.has(up.id) && comesBack(up, first, last, new Set([...seen, up.id])));
    });
  return comesBack(node, node.valid_from ?? OPEN_FROM, node.valid_to ?? OPEN_TO, new Set());
}

const treeFinding = (code: string, severity: Finding['severity'], dimension: Dimension, details: Finding['details']): Finding => ({
  code,
  severity,
  sources: [],
  metrics: [],
  file: `sql/${dimension.hierarchy!.replace('.', '/')}.sql`,
  line: null,
  details,
});
