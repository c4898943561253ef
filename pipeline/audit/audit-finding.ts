import type { Finding } from '../words/finding.ts';
import { auditTree } from './audit-tree.ts';

/** The finding that a tree gives hidden numbers away, with how many and how, and neither which nor what they are; null where it gives none. */
export async function auditFinding(tree: string, audience: string): Promise<Finding | null> {
  const { findings } = await auditTree(tree);
  if (findings.length === 0) return null;
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort();
  const said = kinds.map(kind => `${findings.filter(finding => finding.kind === kind).length} ${kind}`).join(', ');
  return {
    code: 'hidden-follows',
    severity: 'warn',
    sources: [],
    metrics: [...new Set(findings.map(({ of }) => of))].sort(),
    file: null,
    line: null,
    details: { audience, count: findings.length, kinds: said },
  };
}
