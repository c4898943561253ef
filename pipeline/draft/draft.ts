import type { Format } from '../words/format.ts';
import type { Column } from '../words/source.ts';

/** What stands in a draft where a person must decide; `malbild check` refuses it. */
export { UNDECIDED } from '../words/undecided.ts';

/** A file that no declaration can be drafted from: the message is a sentence for the person who asked. */
export { ExpectedError as NotDraftable } from '../words/expected-error.ts';

/** Something that a file cannot say. */
export interface Decision {
  /** The key path in source.yaml, as a person reads it: `columns.Namn.personal`. */
  key: string;
  /** What to choose among, and what each would mean. */
  choices: string;
}

/** A value of `format:`, as source.yaml has it. */
export type WrittenValue = string | number | readonly string[];

/** What was found out of a file as a whole. */
export interface DraftFormat {
  format: Format;
  /** The keys of `format:` in the docs' order, as they are written; those that are as they are by default are left out. */
  written: Record<string, WrittenValue>;
  /** The evidence for what is not plain. */
  notes: string[];
  /** Names of what a record has, as columns are declared; none stands twice. */
  headers: readonly string[];
  /** Of a cube: the headers that together are one cell. Null where records are to show what tells them apart. */
  key: readonly string[] | null;
}

/** One column as it would be declared. `decide` is what of it a person must say. */
export interface DraftColumn {
  column: Column;
  notes: string[];
  decide: { key: 'type' | 'personal'; choices: string } | null;
}

export interface Draft {
  id: string;
  yaml: string;
  decisions: readonly (Decision & { line: number })[];
  type: Format['type'];
  columns: number;
  /** Of the records that were read, those that the draft would load, whatever is decided. */
  records: { read: number; loaded: number; ignored: number; all: boolean };
}
