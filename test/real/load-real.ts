import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Document, isMap } from 'yaml';
import type { Effects } from '../../pipeline/effects/effects.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { Project } from '../../pipeline/words/project.ts';
import type { Loaded, Warehouse } from '../../pipeline/words/stages.ts';
import { effectsAt } from '../effects-at.ts';

/** What a test says of a source, as `source.yaml` has it; `location` is a real file. */
export interface DeclaredSource {
  location: string;
  format: Readonly<Record<string, unknown>>;
  /** By header. */
  columns: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Real files as the pipeline loaded them. */
export interface RealTown {
  project: Project;
  loaded: Loaded;
  warehouse: Warehouse;
  /** A query's rows as text, null as null. */
  ask(sql: string): Promise<(string | null)[][]>;
  /** A source's current rows in the file's order, the declared columns as text. */
  rowsOf(id: string): Promise<(string | null)[][]>;
  /** What became of a source's one file; its findings as `code` and line, except those of rejects and undeclared columns. */
  outcomeOf(id: string): { records: number; loaded: number; rejected: number; ignored: number; faults: string[] };
  /** A source's rejects: line, rule, header and what stood there. */
  rejectsOf(id: string): [line: number, rule: string, column: string, raw: string][];
  close(): Promise<void>;
}

const AS_OF = '2026-11-16';
export const effects: Effects = effectsAt(new Date(`${AS_OF}T09:00:00Z`));

const MUNICIPALITY = 'name: Verkliga filer\ncode: "1481"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [year] }\n';

/** What becomes of each cell is looked at, also where most of a file does not fit its declaration. */
const EVERY_CELL = { max_rejected: '100%', retyped: 'off' };
/** A declaration of a real file that is longer says that the engine asks for too much. */
const MOST_LINES = 30;

/** Makes a project of source declarations, by id, and loads it: read → extract → load. Throws where one is too long. */
export const loadReal = (sources: Readonly<Record<string, DeclaredSource>>): Promise<RealTown> =>
  loadProject(Object.fromEntries(Object.entries(sources).map(([id, source]) => [`sources/${id}/source.yaml`, declarationOf(id, source)])));

/** `source.yaml` as people write it: a line for the format and for each column. */
function declarationOf(id: string, source: DeclaredSource): string {
  const document = new Document(
    { id, name: id, owner: 'Test', class: 'open', kind: 'snapshot', ...EVERY_CELL, ...source },
    { aliasDuplicateObjects: false },
  );
  const columns = document.get('columns');
  const inLines = [document.get('format'), ...(isMap(columns) ? columns.items.map(({ value }) => value) : [])];
  for (const node of inLines) if (isMap(node)) node.flow = true;
  const text = document.toString({ lineWidth: 0 });
  const lines = text.trimEnd().split('\n').length;
  if (lines > MOST_LINES) throw new Error(`the declaration of ${id} has ${lines} lines; a real file needs ${MOST_LINES} at most:\n${text}`);
  return text;
}

/** Writes a project's files, beside a small `malbild.yaml`, and loads it. Throws where the project has a problem. */
export async function loadProject(files: Readonly<Record<string, string>>): Promise<RealTown> {
  const root = await mkdtemp(join(tmpdir(), 'malbild-real-'));
  for (const [path, text] of Object.entries({ 'malbild.yaml': MUNICIPALITY, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const project = await readProject(root);
  if (project.problems.length > 0) throw new Error(JSON.stringify(project.problems, null, 1));
  return townOf(project, root);
}

/** Loads a project's sources with a state of its own in `folder`, which `close` removes. */
export async function townOf(project: Project, folder: string): Promise<RealTown> {
  const state = join(folder, '.malbild');
  const warehouse = await openWarehouse(join(folder, 'spill'));
  const deliveries = await extract(project, state, effects, { rehash: false });
  const loaded = await load(project, deliveries, AS_OF, warehouse, state, effects);
  const ask = async (sql: string) => (await rows(warehouse, sql)).map(row => row.map(value => (value === null ? null : String(value))));
  return {
    project,
    loaded,
    warehouse,
    ask,
    rowsOf: id => ask(`select columns(* exclude (_row))::varchar from raw."${id}" order by _row`),
    outcomeOf(id) {
      const { records, loaded: ok, rejected, ignored } = loaded.sources.find(({ declaration }) => declaration.id === id)!.deliveries[0]!;
      const told = loaded.findings.filter(({ sources, code }) => sources.includes(id) && !['rejected-rows', 'extra-column'].includes(code));
      return { records, loaded: ok, rejected, ignored, faults: told.map(({ code, line }) => `${code}:${line ?? '-'}`) };
    },
    rejectsOf: id => loaded.rejects.filter(({ source }) => source === id).map(({ line, rule, column, raw }) => [line, rule, column, raw]),
    async close() {
      warehouse.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A file's name as a source's id. */
export const idOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Text columns by header, named c0, c1 … */
export const textColumns = (headers: readonly string[]): DeclaredSource['columns'] =>
  Object.fromEntries(headers.map((header, i) => [header, { name: `c${i}`, type: 'text' }]));
