import { countRows, LINES_BEFORE } from '../warehouse/relations.ts';
import { QueryError } from '../warehouse/query.ts';
import { digestOf } from '../words/digest.ts';
import type { Finding } from '../words/finding.ts';
import type { Check } from '../words/metric.ts';
import type { Recall } from '../words/recall.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Built } from './build-relations.ts';

/** Runs each check whose relations could be built. Rows found make a finding with the check's severity; a check that fails is one too. */
export async function runChecks(checks: readonly Check[], built: Built, warehouse: Warehouse, recall: Recall): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    if (check.reads.some(read => built.broken.has(read))) continue;
    const sources = [...new Set(check.reads.flatMap(read => built.sourcesOf.get(read) ?? []))].sort();
    const finding = { sources, metrics: check.holds, file: check.file };
    try {
      const found = await recall('check', digestOf([check.query, check.reads.map(read => built.keys.get(read) ?? null)]), async () => {
        await built.ensure(check.reads);
        return countRows(warehouse, check.query);
      });
      if (found > 0)
        findings.push({
          ...finding,
          code: 'check',
          severity: check.severity,
          line: null,
          details: { check: check.id, message: check.message, rows: found },
        });
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      const line = error.line === null ? null : error.line - LINES_BEFORE;
      findings.push({
        ...finding,
        code: 'check-failed',
        severity: 'warn',
        line,
        details: { check: check.id, error: error.message.split('\n')[0]! },
      });
    }
  }
  return findings;
}
