import type { Day } from '../../contract/period.ts';
import type { Finding } from '../../words/finding.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import type { Warehouse } from '../../words/stages.ts';
import type { SourceContent } from '../load-source.ts';
import { anomalies } from './anomalies/anomalies.ts';
import type { HistoryCheck } from './history-check.ts';
import { newestContent } from './newest-content.ts';
import { pastRetention } from './past-retention.ts';
import { reorderedColumns } from './reordered-columns.ts';

const CHECKS: readonly HistoryCheck[] = [reorderedColumns, newestContent, anomalies, pastRetention];

/** Holds a source's deliveries, as known at `asOf`, against what its contract says of them together. */
export async function checkHistory(source: SourceDeclaration, content: SourceContent, asOf: Day, warehouse: Warehouse): Promise<Finding[]> {
  const usable = content.deliveries.filter(({ extract }) => extract.faults.length === 0);
  const findings = await Promise.all(CHECKS.map(check => check(source, { usable, content, asOf, warehouse })));
  return findings.flat();
}
