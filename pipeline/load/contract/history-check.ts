import type { Day } from '../../contract/period.ts';
import type { Finding } from '../../words/finding.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import type { Warehouse } from '../../words/stages.ts';
import type { ReadDelivery } from '../in-force.ts';
import type { SourceContent } from '../load-source.ts';

/** A source's deliveries as known at `asOf`. */
export interface History {
  /** Those that are used, in force order; the same bytes again are a delivery again. */
  usable: readonly ReadDelivery[];
  /** All of them, those that are not used and those that were removed too. */
  content: SourceContent;
  asOf: Day;
  warehouse: Warehouse;
}

/** One promise of the contract, held against what the deliveries of a source are in time. */
export type HistoryCheck = (source: SourceDeclaration, history: History) => readonly Finding[] | Promise<readonly Finding[]>;
