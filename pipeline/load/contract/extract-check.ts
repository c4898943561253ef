import type { ExtractProfile } from '../../warehouse/profile.ts';
import type { PersonalNumbers } from '../../warehouse/personal-numbers.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import type { Fault } from '../formats/broken-extract.ts';
import type { ExtractReading } from '../read-extract.ts';

/** What an extract's rows hold that passed their columns' rules, those with repeated keys too: a sender's totals are of all. */
export interface Survey {
  profile: ExtractProfile;
  /** By column name. */
  personal: ReadonlyMap<string, PersonalNumbers>;
}

/** An extract that could be read, before any of its rows count. */
export interface InspectedExtract extends Survey {
  reading: ExtractReading;
}

/** What an extract breaks of its source's contract. What stops it leaves the source with its last good data. */
export interface Breach {
  fault: Fault;
  stops: boolean;
}

/** One promise of the contract, held against one extract. */
export type ExtractCheck = (source: SourceDeclaration, extract: InspectedExtract) => readonly Breach[];

export const stop = (fault: Fault): Breach => ({ fault, stops: true });
export const warn = (fault: Fault): Breach => ({ fault, stops: false });

/** How many records the sender meant: all but those that are declared as ignored. */
export const recordsIn = ({ records, ignored }: Pick<ExtractReading, 'records' | 'ignored'>): number => records - ignored;
