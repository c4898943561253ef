import type { Finding } from '../words/finding.ts';
import { auditTree } from './audit-tree.ts';
import type { IsSo } from './is-so.ts';

/** How many rows a finding names. */
const NAMED = 10;

/**
 * The finding that a tree gives hidden numbers away: how many and how, and in which rows, and never what they are; null where it gives none. What it
 * holds cannot be audited afterwards, so that it names rows.
 */
export async function auditFinding(
  tree: string,
  audience: string,
  severity: 'warn' | 'hold-edition',
  isSo: IsSo | null = null,
): Promise<Finding | null> {
  const { findings } = await auditTree(tree, null, isSo);
  if (findings.length === 0) return null;
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort();
  const said = kinds.map(kind => `${findings.filter(finding => finding.kind === kind).length} ${kind}`).join(', ');
  const rows = [...new Set(findings.map(({ of, at }) => `${of} ${at.join(' ')}`))];
  return {
    code: 'hidden-follows',
    severity,
    sources: [],
    metrics: [...new Set(findings.map(({ of }) => of))].sort(),
    file: null,
    line: null,
    details: { audience, count: findings.length, kinds: said, rows: rows.slice(0, NAMED).join('; ') },
  };
}
