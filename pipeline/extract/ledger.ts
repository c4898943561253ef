import fs from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../words/expected-error.ts';
import { parseEntry, type LedgerEntry, type Removal } from './ledger-entry.ts';
import { StateError } from './state-error.ts';

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

export const removalKey = ({ source, sha256 }: Pick<Removal, 'source' | 'sha256'>): string => `${source} ${sha256}`;

/** What is known after more lines: bytes that arrive as a delivery again are no longer removed. */
function known(
  before: Pick<Ledger, 'entries' | 'removals'>,
  lines: readonly (LedgerEntry | Removal)[],
): Pick<Ledger, 'entries' | 'removals'> {
  const removals = new Map(before.removals);
  for (const line of lines) {
    if (line.type === 'removed') removals.set(removalKey(line), line);
    if (line.type === 'arrival' || line.type === 'fetched') removals.delete(removalKey(line));
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
