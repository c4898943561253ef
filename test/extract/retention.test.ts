import { access, appendFile, readFile, writeFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeExpired } from '../../pipeline/extract/remove-expired.ts';
import { findingText } from '../../pipeline/messages/findings.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';
import { keptThrough } from '../../pipeline/words/retention.ts';
import { effectsAt } from '../effects-at.ts';
import { aTown, keptExtracts } from '../load/a-town.ts';
import type { Town } from '../load/a-town.ts';
import { declare } from '../load/declare.ts';
import { codes, columns, CONTENT, counts, RECEIVED } from '../load/told.ts';

const source = (said: Partial<SourceDeclaration> = {}) => declare({ columns, name_pattern: RECEIVED, retention_months: 12, ...said });

/** What a run does at its end. */
async function run(town: Town, asOf: string) {
  const loaded = await town.load(asOf);
  await removeExpired(loaded, await town.extract(), town.state, asOf, effectsAt(town.now));
  return loaded;
}
/** A town whose warehouse is new: what is left is what the state folder holds. */
async function again(town: Town, ...sources: SourceDeclaration[]): Promise<Town> {
  const fresh = await aTown(...sources);
  return {
    ...fresh,
    state: town.state,
    project: { ...town.project, sources },
    load: async asOf =>
      (await import('../../pipeline/load/load.ts')).load(
        town.project,
        await town.extract(),
        asOf ?? '2026-12-31',
        await fresh.warehouse(),
        town.state,
        effectsAt(town.now),
      ),
  };
}

async function snapshots(...sources: SourceDeclaration[]) {
  const town = await aTown(...sources);
  await town.drop('2024-01-10.csv', 'id,n\na,1\nb,x\n');
  await town.drop('2024-06-10.csv', 'id,n\na,2\n');
  return town;
}

describe('retention', () => {
  it.each([
    ['2024-01-10', 12, '2025-01-10'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('keeps what came %s for %i months through %s', (received, months, through) => {
    expect(keptThrough(received, months)).toBe(through);
  });

  it('removes an extract that is replaced and whose time has passed, not a day before, and leaves sha256 and counts', async () => {
    const town = await snapshots(source());
    await run(town, '2025-01-10');
    expect(await keptExtracts(town)).toHaveLength(2);
    const before = await run(town, '2025-01-11');
    const [first, second] = (await town.extract()).deliveries;
    expect(await keptExtracts(town)).toEqual([second!.sha256]);
    expect(first!.removed).toEqual({ day: '2025-01-11', records: 2, loaded: 1, rejected: 1, ignored: 0 });
    const later = await again(town, source());
    const loaded = await later.load('2025-02-01');
    expect(counts(loaded)).toEqual(counts(before));
    expect(codes(loaded)).toEqual([]);
    expect(await later.ask(CONTENT)).toEqual([['a', '2']]);
  });

  it('does not remove what is in force, and says so', async () => {
    const town = await snapshots(source());
    const loaded = await run(town, '2026-01-01');
    expect(await keptExtracts(town)).toHaveLength(1);
    expect(codes(loaded)).toContain('warn past-retention sources/absence/source.yaml:-');
    expect(loaded.findings.filter(({ code }) => code === 'past-retention').map(findingText)).toEqual([
      'Sjukfrånvaro: 1 uttag är äldre än gallringstiden, 12 månader, men gäller fortfarande och gallras inte; det äldsta kom 10 juni 2024',
    ]);
  });

  it('keeps every increment that still has rows, and one that cannot be read until it has been replaced', async () => {
    const town = await aTown(source({ kind: 'increment' }));
    await town.drop('2024-01-10.csv', 'id,n\na,1\n');
    await town.drop('2024-02-10.csv', 'id,n\na,2\nb,1\n');
    await town.drop('2024-03-10.csv', 'id,antal\n');
    await town.drop('2024-04-10.csv', 'id,n\nb,2\n');
    await run(town, '2026-01-01');
    const kept = (await town.extract()).deliveries.filter(({ removed }) => !removed).map(({ name }) => name);
    expect(kept).toEqual(['2024-02-10.csv', '2024-03-10.csv', '2024-04-10.csv']);
  });

  it('counts from the last time that the bytes came, also after the day that is asked about', async () => {
    const town = await snapshots(source());
    await town.drop('2025-03-10.csv', 'id,n\na,1\nb,x\n');
    await town.drop('2025-04-10.csv', 'id,n\na,3\n');
    await run(town, '2025-04-20');
    expect((await town.extract()).deliveries.map(({ name, removed }) => [name, removed !== undefined])).toEqual([
      ['2024-01-10.csv', false],
      ['2024-06-10.csv', false],
      ['2025-03-10.csv', false],
      ['2025-04-10.csv', false],
    ]);
    await run(town, '2025-07-01');
    expect((await town.extract()).deliveries.filter(({ removed }) => removed).map(({ name }) => name)).toEqual(['2024-06-10.csv']);
  });

  it('takes nothing from another source that has the same bytes', async () => {
    const other = declare({ id: 'b', columns, name_pattern: RECEIVED });
    const town = await snapshots(source(), other);
    await town.drop('2024-01-10.csv', 'id,n\na,1\nb,x\n', 'b');
    await run(town, '2026-01-01');
    expect(await keptExtracts(town)).toHaveLength(2);
    const loaded = await (await again(town, source(), other)).load('2026-01-02');
    expect(loaded.sources.map(({ deliveries }) => deliveries.map(({ broken }) => broken ?? false))).toEqual([[false, false], [false]]);
  });

  it('does not take the file in the drop folder as new, whether it is read again or touched', async () => {
    const town = await snapshots(source());
    await run(town, '2025-01-11');
    const file = join(town.project.root, 'sources/absence/in/2024-01-10.csv');
    await town.extract({ rehash: true });
    expect(await keptExtracts(town)).toHaveLength(1);
    await utimes(file, 1_800_000_000, 1_800_000_000);
    const { deliveries } = await town.extract();
    expect(await keptExtracts(town)).toHaveLength(1);
    expect(deliveries).toHaveLength(2);
    expect(await readFile(file, 'utf8')).toMatch('a,1');
  });

  it('takes the same bytes under a new name as a delivery, with its own time', async () => {
    const town = await snapshots(source());
    await run(town, '2025-01-11');
    await town.drop('2025-02-10.csv', 'id,n\na,1\nb,x\n');
    const loaded = await (await again(town, source())).load('2025-02-11');
    expect(counts(loaded).at(-1)).toBe('2025-02-10.csv: 2 = 1 + 1 + 0, 0 superseded');
    expect(await keptExtracts(town)).toHaveLength(2);
  });

  it('is told where an earlier day is asked about, of which the figures rested on it', async () => {
    const town = await snapshots(source());
    await run(town, '2025-01-11');
    const loaded = await (await again(town, source())).load('2024-03-01');
    expect(codes(loaded)).toEqual(['hold-metric extract-removed sources/absence/in/2024-01-10.csv:-']);
    expect(loaded.findings.map(findingText)).toEqual([
      'Sjukfrånvaro: uttaget ur 2024-01-10.csv gallrades 11 januari 2025, så siffror för tiden före går inte att räkna om',
    ]);
    expect(codes(await (await again(town, source())).load('2024-07-01'))).toEqual([]);
  });

  it('is done once the ledger says it, also when the run died before the bytes went', async () => {
    const town = await snapshots(source());
    const [first] = (await town.extract()).deliveries;
    const bytes = await readFile(first!.path);
    await run(town, '2025-01-11');
    await writeFile(first!.path, bytes);
    await town.extract();
    await expect(access(first!.path)).rejects.toThrow();
    await appendFile(join(town.state, 'deliveries.jsonl'), '{"type":"removed","source":"absence"');
    expect((await town.extract()).deliveries).toHaveLength(2);
  });

  it('is of what was fetched too: the same bytes fetched once more are a delivery again', async () => {
    const town = await aTown(source());
    await town.extract();
    const came = { source: 'absence', seen: '2024-01-10T08:00:00Z', day: '2024-01-10', name: '2024-01-10.csv', sha256: 'aa' };
    const fetched = { ...came, type: 'fetched', bytes: 1, version: null, asked: 'x' };
    const removed = { ...came, type: 'removed', day: '2025-01-11', records: 1, loaded: 1, rejected: 0, ignored: 0 };
    const fetch = { ...came, type: 'fetch', asked: 'x', failed: null };
    const write = (entry: object) => appendFile(join(town.state, 'deliveries.jsonl'), `${JSON.stringify(entry)}\n`);
    for (const entry of [fetched, fetch, removed]) await write(entry);
    expect((await town.extract()).deliveries.map(({ removed: gone }) => gone?.day)).toEqual(['2025-01-11']);
    await write(fetched);
    expect((await town.extract()).deliveries.map(({ removed: gone }) => gone?.day)).toEqual([undefined, undefined]);
  });
});
