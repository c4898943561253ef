import type { HierarchyNode } from '../contract/manifest.ts';
import { lastDay, monthOf } from '../contract/period.ts';
import { readHierarchy } from '../warehouse/relations.ts';
import type { Finding } from '../words/finding.ts';
import type { Project } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';

const OPEN_FROM = '0001-01-01';
const OPEN_TO = '9999-12-31';

/** Every dimension's tree, and what is wrong with it: overlapping validity, unknown parents, changes inside a month. */
export async function readHierarchies(project: Project, broken: ReadonlySet<string>, warehouse: Warehouse) {
  const hierarchies: Record<string, readonly HierarchyNode[]> = {};
  const findings: Finding[] = [];
  for (const dimension of project.municipality.dimensions) {
    if (dimension.hierarchy === null || broken.has(dimension.hierarchy)) continue;
    const nodes = await readHierarchy(warehouse, dimension.hierarchy);
    hierarchies[dimension.id] = nodes;
    const find = (code: string, severity: Finding['severity'], node: HierarchyNode, more: Finding['details'] = {}) =>
      findings.push({
        code,
        severity,
        sources: [],
        metrics: [],
        file: `sql/${dimension.hierarchy!.replace('.', '/')}.sql`,
        line: null,
        details: { dimension: dimension.name, node: node.id, ...more },
      });
    for (const [i, node] of nodes.entries()) {
      const next = nodes[i + 1];
      if (next?.id === node.id && (next.valid_from ?? OPEN_FROM) <= (node.valid_to ?? OPEN_TO))
        find('overlapping-validity', 'hold-edition', node, { day: next.valid_from ?? OPEN_FROM });
      if (node.parent !== null && !nodes.some(other => other.id === node.parent))
        find('unknown-parent', 'warn', node, { parent: node.parent });
      const insideMonth = [
        node.valid_from !== null && node.valid_from.slice(8) !== '01' && node.valid_from,
        node.valid_to !== null && node.valid_to !== lastDay(monthOf(node.valid_to)) && node.valid_to,
      ].find(Boolean);
      if (insideMonth) find('change-inside-month', 'warn', node, { day: insideMonth });
    }
  }
  return { hierarchies, findings };
}
