import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from '../../pipeline/effects/effects.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { Deliveries } from '../../pipeline/words/delivery.ts';
import type { Project } from '../../pipeline/words/project.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';
import type { Loaded, Warehouse } from '../../pipeline/words/stages.ts';
import { tempFolder } from '../temp-folder.ts';
import { effectsAt } from '../effects-at.ts';

/** A project folder with drop folders, and the stages that are under test. */
export interface Town {
  project: Project;
  state: string;
  /** The clock. */
  now: Date;
  /** Drops a file for the first source, or the one named. Each drop has a modification time of its own. */
  drop(name: string, content: string | Uint8Array, source?: string): Promise<void>;
  remove(name: string, source?: string): Promise<void>;
  extract(options?: { rehash: boolean }): Promise<Deliveries>;
  /** Extracts, then loads into the town's one warehouse. */
  load(asOf?: string): Promise<Loaded>;
  warehouse(): Promise<Warehouse>;
  /** A query's rows as text, null as null. */
  ask(sql: string): Promise<(string | null)[][]>;
}

export async function aTown(...sources: SourceDeclaration[]): Promise<Town> {
  const root = await tempFolder();
  const state = join(root, '.malbild');
  let written = 0;
  let open: Warehouse | null = null;
  onTestFinished(() => open?.closeSync());
  const pathOf = (name: string, id?: string) => {
    const source = sources.find(s => s.id === id) ?? sources[0]!;
    return join(root, dirname(source.file), 'in', name);
  };
  const town: Town = {
    project: { root, municipality: { time_zone: 'Europe/Stockholm' }, sources, plans: [], problems: [] } as unknown as Project,
    state,
    now: new Date('2026-10-15T08:00:00Z'),
    async drop(name, content, source) {
      const file = pathOf(name, source);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      written++;
      await utimes(file, 1_700_000_000 + written, 1_700_000_000 + written);
    },
    remove: (name, source) => rm(pathOf(name, source)),
    extract: (options = { rehash: false }) => extract(town.project, state, effects, options),
    async load(asOf = '2026-12-31') {
      return load(town.project, await town.extract(), asOf, await town.warehouse(), state, effects);
    },
    async warehouse() {
      open ??= await openWarehouse(join(root, 'spill'));
      return open;
    },
    async ask(sql) {
      return (await rows(await town.warehouse(), sql)).map(row => row.map(value => (value === null ? null : String(value))));
    },
  };
  const effects: Effects = { ...effectsAt(new Date(0)), now: () => town.now };
  return town;
}

/** The files in the state's folder of extracts. */
export const keptExtracts = (town: Town): Promise<string[]> => readdir(join(town.state, 'extracts'));
