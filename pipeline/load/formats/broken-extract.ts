import type { FindingCode } from '../../messages/findings.ts';

/** Something that makes a whole extract unreadable, or worth a warning. `details` never hold a record's content. */
export interface Fault {
  code: FindingCode;
  /** The line in the file; null where it is about the file as a whole. */
  line: number | null;
  details: Readonly<Record<string, string | number>>;
}

export const fault = (code: FindingCode, line: number | null, details: Fault['details'] = {}): Fault => ({ code, line, details });

/** An extract that cannot be read at all: nothing of it is loaded. Every fault that was found is named. */
export class BrokenExtract extends Error {
  readonly faults: readonly Fault[];
  constructor(...faults: readonly Fault[]) {
    super(faults.map(f => f.code).join(', '));
    this.name = 'BrokenExtract';
    this.faults = faults;
  }
}
