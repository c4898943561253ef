import fs from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '../contract/period.ts';
import type { RemovedExtract } from '../words/delivery.ts';
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

/** A line that says that a source's extract was removed, since its time had passed, and what had become of its records. */
export interface Removal extends RemovedExtract {
  type: 'removed';
  source: string;
  sha256: string;
  /** The instant, ISO 8601 in UTC. */
  seen: string;
}

export interface Ledger {
  file: string;
  entries: readonly LedgerEntry[];
  /** What has been removed and has not arrived again under a name that is new, by `removalKey`. */
  removals: ReadonlyMap<string, Removal>;
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
  const lines: (LedgerEntry | Removal)[] = [];
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
    lines.push(entry);
    end = next + 1;
  }
  return { file, ...known({ entries: [], removals: new Map() }, lines), end };
}

/** Appends entries, makes them durable, and gives the ledger with them. When the disk is full, the whole lines that fitted stay. */
export async function appendEntries(ledger: Ledger, entries: readonly (LedgerEntry | Removal)[]): Promise<Ledger> {
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
  return { ...ledger, ...known(ledger, entries), end: ledger.end + Buffer.byteLength(text) };
}

export const removalKey = ({ source, sha256 }: Pick<LedgerEntry, 'source' | 'sha256'>): string => `${source} ${sha256}`;

/** What is known after more lines: bytes that arrive as a delivery again are no longer removed. */
function known(
  before: Pick<Ledger, 'entries' | 'removals'>,
  lines: readonly (LedgerEntry | Removal)[],
): Pick<Ledger, 'entries' | 'removals'> {
  const removals = new Map(before.removals);
  for (const line of lines) {
    if (line.type === 'removed') removals.set(removalKey(line), line);
    if (line.type === 'arrival') removals.delete(removalKey(line));
  }
  return { entries: [...before.entries, ...lines.filter(line => line.type !== 'removed')], removals };
}

async function readIfAny(file: string): Promise<Buffer> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Buffer.alloc(0);
    throw new StateError(file, 'cannot be read', error);
  }
}

const FIELDS = ['source', 'name', 'sha256', 'seen', 'day', 'size', 'mtime', 'inode'];
const REMOVAL_FIELDS = ['source', 'sha256', 'seen', 'day'];
const REMOVAL_COUNTS = ['records', 'loaded', 'rejected', 'ignored'];

function parseEntry(line: string): LedgerEntry | Removal | null {
  try {
    const entry = JSON.parse(line) as Record<string, unknown> | null;
    if (entry === null || typeof entry !== 'object') return null;
    const has = (texts: readonly string[], numbers: readonly string[]) =>
      texts.every(field => typeof entry[field] === 'string') && numbers.every(field => typeof entry[field] === 'number');
    if (entry.type === 'removed') return has(REMOVAL_FIELDS, REMOVAL_COUNTS) ? (entry as unknown as Removal) : null;
    const whole = (entry.type === 'arrival' || entry.type === 'unchanged') && has(FIELDS, ['bytes']);
    return whole ? (entry as unknown as LedgerEntry) : null;
  } catch {
    return null;
  }
}
