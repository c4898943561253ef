import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../pipeline/state/run-ledger.ts';
import { appendRun, readRuns, runId } from '../../pipeline/state/run-ledger.ts';
import { tempFolder } from '../temp-folder.ts';

const record = (run: string): RunRecord => ({
  run,
  started: '2026-10-15T03:30:00.000Z',
  finished: '2026-10-15T03:31:00.000Z',
  outcome: 'published',
  edition: 'a',
  content: 'b',
  failures: [],
});

describe('the run ledger', () => {
  it('is empty before the first run, and keeps every run in order', async () => {
    const state = `${await tempFolder()}/.malbild`;
    expect(await readRuns(state)).toEqual([]);
    for (const run of ['1', '2']) await appendRun(state, record(run));
    expect(await readRuns(state)).toEqual([record('1'), record('2')]);
  });

  it('loses only the line that was cut when the machine died', async () => {
    const state = await tempFolder();
    await appendRun(state, record('1'));
    const text = await readFile(`${state}/runs.jsonl`, 'utf8');
    await writeFile(`${state}/runs.jsonl`, text + text.slice(0, 20));
    expect(await readRuns(state)).toEqual([record('1')]);
    await appendRun(state, record('2'));
    expect(await readRuns(state)).toEqual([record('1'), record('2')]);
  });

  it('names a run by when it started and its process', () => {
    expect(runId(new Date('2026-10-15T03:30:00.500Z'), 42)).toBe('20261015T033000Z-42');
  });
});
