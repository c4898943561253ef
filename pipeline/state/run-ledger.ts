import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { hasCode } from '../words/expected-error.ts';
import type { RunResult } from '../words/run.ts';

/** One run that ended, in `.malbild/runs.jsonl`. A run that was killed leaves no line. */
export interface RunRecord {
  run: string;
  /** Instants in UTC, ISO text. */
  started: string;
  finished: string;
  outcome: RunResult['outcome'];
  /** What `current` pointed at when it had ended; null when there was none. */
  edition: string | null;
  /** The digest of what `render` was given, that a later run is compared with; null where it did not come that far. */
  content: string | null;
  failures: readonly { step: string; message: string }[];
}

/** A run's name: when it started, and its process. */
export const runId = (started: Date, pid: number = process.pid): string =>
  `${started.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${pid}`;

const ledgerOf = (state: string): string => `${state}/runs.jsonl`;

/** Adds a run to the ledger of a state folder, for certain. A line that was cut when the machine died is ended first. */
export async function appendRun(state: string, record: RunRecord): Promise<void> {
  await mkdir(state, { recursive: true });
  const path = ledgerOf(state);
  const text = await readOrEmpty(path);
  await appendFile(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${JSON.stringify(record)}\n`);
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every run of the ledger, in the order they ended. Lines that were cut are left out: what they said was never certain. */
export async function readRuns(state: string): Promise<RunRecord[]> {
  const lines = (await readOrEmpty(ledgerOf(state))).split('\n');
  return lines.flatMap(line => parseLine(line) ?? []);
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

function parseLine(line: string): RunRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'run' in value && 'started' in value ? (value as RunRecord) : null;
  } catch {
    return null;
  }
}
