import type { Format } from '../../words/format.ts';
import type { Column } from '../../words/source.ts';
import type { Warehouse } from '../../words/stages.ts';
import type { RecordSink } from './record-sink.ts';

/** An extract's bytes, unpacked where they were packed. */
export interface ExtractFile {
  path: string;
  /** For what DuckDB itself reads. */
  warehouse: Warehouse;
}

/**
 * Reads one file into the sink: every record exactly once, in the file's order, with a cell for each declared column.
 * Throws BrokenExtract where the file as a whole cannot be read as declared; what was told before that does not count.
 */
export type FormatReader<F extends Format> = (file: ExtractFile, format: F, columns: readonly Column[], sink: RecordSink) => Promise<void>;
