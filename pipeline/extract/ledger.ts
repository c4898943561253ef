import fs from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '../contract/period.ts';
import { hasCode } from '../words/expected-error.ts';
import { StateError } from './state-error.ts';

/** What a file in the drop folder was like when its bytes were last read. `mtime` is in nanoseconds. */
export interface FileMark {
  size: string;
  mtime: string;
  inode: string;
}

/**
 * One line of `deliveries.jsonl`. An `arrival` is a delivery; `unchanged` says that a file was read again and held the
 * same bytes as its last arrival. What the source's `name_pattern` says of a name is not kept: it is read from the name
 * each time, so that the project's files and the arrivals decide, and not what the pattern once was.
 */
export interface LedgerEntry extends FileMark {
  type: 'arrival' | 'unchanged';
  source: string;
  name: string;
  sha256: string;
  bytes: number;
  /** The instant, ISO 8601 in UTC. */
  seen: string;
  /** The day of that instant in the municipality's time zone. */
  day: Day;
}

export interface Ledger {
  file: string;
  entries: readonly LedgerEntry[];
  /** Where the last whole line ends, in bytes; what is after it was cut off by a crash and is overwritten. */
  end: number;
}

/**
 * Reads the ledger of arrivals, oldest first. A last line that is cut off is left out. A broken line before it throws
 * StateError: those arrivals cannot be known from anywhere else.
 */
export async function readLedger(state: string): Promise<Ledger> {
  const file = path.join(state, 'deliveries.jsonl');
  const bytes = await readIfAny(file);
  const entries: LedgerEntry[] = [];
  let end = 0;
  for (let line = 1; ; line++) {
    const next = bytes.indexOf(0x0a, end);
    if (next === -1) break;
    const entry = parseEntry(bytes.toString('utf8', end, next));
    if (entry === null) {
      if (bytes.indexOf(0x0a, next + 1) !== -1)
        throw new StateError(`${file}:${line}`, 'not an arrival; restore the file, or delete the state folder to find the deliveries anew');
      break;
    }
    entries.push(entry);
    end = next + 1;
  }
  return { file, entries, end };
}

/** Appends entries, makes them durable, and gives the ledger with them. When the disk is full, the whole lines that fitted stay. */
export async function appendEntries(ledger: Ledger, entries: readonly LedgerEntry[]): Promise<Ledger> {
  const text = entries.map(entry => `${JSON.stringify(entry)}\n`).join('');
  try {
    const handle = await fs.open(ledger.file, 'a');
    try {
      await handle.truncate(ledger.end);
      await handle.appendFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new StateError(ledger.file, 'cannot be written', error);
  }
  return { ...ledger, entries: [...ledger.entries, ...entries], end: ledger.end + Buffer.byteLength(text) };
}

async function readIfAny(file: string): Promise<Buffer> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Buffer.alloc(0);
    throw new StateError(file, 'cannot be read', error);
  }
}

const FIELDS = ['source', 'name', 'sha256', 'seen', 'day', 'size', 'mtime', 'inode'] as const;

function parseEntry(line: string): LedgerEntry | null {
  try {
    const entry = JSON.parse(line) as Record<string, unknown> | null;
    if (entry === null || typeof entry !== 'object') return null;
    const whole = (entry.type === 'arrival' || entry.type === 'unchanged') && typeof entry.bytes === 'number';
    return whole && FIELDS.every(field => typeof entry[field] === 'string') ? (entry as unknown as LedgerEntry) : null;
  } catch {
    return null;
  }
}
