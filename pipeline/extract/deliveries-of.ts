import path from 'node:path';
import type { Delivery, RefusedFile, RemovedExtract } from '../words/delivery.ts';
import { inForceOrder } from '../words/in-force-order.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { LedgerEntry, Removal } from './ledger-entry.ts';
import { removalKey } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { readName } from './read-name.ts';

/**
 * A source's deliveries from its arrivals, oldest arrival first, in force order: (received, sequence, name, sha256).
 * `received` is the name's, else the day of the arrival. `sequence` is the name's, else how many deliveries that name
 * already had that day. An arrival whose name no longer fits the pattern is refused.
 */
export function deliveriesOf(
  source: Pick<SourceDeclaration, 'id' | 'name_pattern' | 'columns'>,
  entries: readonly LedgerEntry[],
  extracts: string,
  removals: Ledger['removals'] = new Map(),
): { deliveries: Delivery[]; refused: RefusedFile[] } {
  const deliveries: Delivery[] = [];
  const refused = new Map<string, RefusedFile>();
  const arrivals = new Map<string, number>();
  for (const entry of entries) {
    if ((entry.type !== 'arrival' && entry.type !== 'fetched') || entry.source !== source.id) continue;
    const reading = readName(entry.name, source);
    if (!reading.ok) {
      refused.set(entry.name, { source: source.id, name: entry.name, sha256: entry.sha256, code: reading.code, detail: reading.detail });
      continue;
    }
    const received = reading.facts.received ?? entry.day;
    const sameDay = `${received} ${entry.name}`;
    const earlier = arrivals.get(sameDay) ?? 0;
    arrivals.set(sameDay, earlier + 1);
    const removal = removals.get(removalKey(entry));
    deliveries.push({
      source: source.id,
      name: entry.name,
      received,
      sequence: reading.facts.sequence ?? earlier,
      sha256: entry.sha256,
      period: reading.facts.period,
      path: path.join(extracts, entry.sha256),
      bytes: entry.bytes,
      ...(entry.type === 'fetched' && entry.lacking ? { lacking: entry.lacking } : {}),
      ...(removal ? { removed: removedOf(removal) } : {}),
    });
  }
  return { deliveries: deliveries.sort(inForceOrder), refused: [...refused.values()] };
}

const removedOf = ({ day, records, loaded, rejected, ignored }: Removal): RemovedExtract => ({ day, records, loaded, rejected, ignored });
