import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { firstDay, monthOf, monthsBetween, plusDays, type Day } from '../../pipeline/contract/period.ts';
import { measure } from '../../pipeline/measure/measure.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { run } from '../../pipeline/warehouse/query.ts';
import { identifier, literal } from '../../pipeline/warehouse/sql-text.ts';
import type { Effects } from '../../pipeline/effects/effects.ts';
import type { Finding } from '../../pipeline/words/finding.ts';
import type { Aggregate, MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { Dimension, Project } from '../../pipeline/words/project.ts';
import { noRecall, type Recall } from '../../pipeline/words/recall.ts';
import type { Cadence } from '../../pipeline/words/source.ts';
import type { Coverage, Loaded, LoadedSource, Measured, Modelled, Warehouse } from '../../pipeline/words/stages.ts';
import { effectsAt } from '../effects-at.ts';

/** What is measured in a test: everything has a plain default, so that a test says only what it is about. */
export interface Town {
  metrics: readonly Partial<MetricDeclaration>[];
  /** A text table of facts (see `tableOf`), made into `marts.facts`; or several marts by name. */
  facts: string | Table | Readonly<Record<string, string | Table>>;
  /** What each source covers; the mart `marts.<source>` rests on that source alone, other marts on all. */
  covered: Coverage | Readonly<Record<string, Coverage | null>>;
  /** A text table `id parent from to` for each dimension with a tree; or the nodes of `organisation`. */
  nodes?: string | readonly HierarchyNode[] | Readonly<Record<string, string | readonly HierarchyNode[]>>;
  /** Flat dimensions and their declared members; none declared: the data decide. */
  flat?: Readonly<Record<string, readonly string[]>>;
  asOf: Day;
  cadence?: Cadence;
  /** For how many days after a period every source's figures may be revised. */
  settles?: number;
  synthetic?: boolean;
  broken?: readonly string[];
  findings?: readonly Finding[];
}

export interface Table {
  columns: readonly { name: string; type: string }[];
  rows: readonly (readonly (string | number | null)[])[];
}

const aggregateOf =
  (name: Aggregate['function']) =>
  (argument: string | null, filter: string | null = null): Aggregate => ({ function: name, argument, fraction: null, filter });
export const [sum, count, distinct, average, minimum, maximum, median] = (
  ['sum', 'count', 'count-distinct', 'avg', 'min', 'max', 'median'] as const
).map(aggregateOf) as [
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
  ReturnType<typeof aggregateOf>,
];
export const quantile = (argument: string, fraction: number): Aggregate => ({ function: 'quantile', argument, fraction, filter: null });
export const of = (aggregate: Aggregate): MetricDeclaration['measure'] => ({ type: 'aggregate', aggregate });
export const ratio = (numerator: Aggregate, denominator: Aggregate): MetricDeclaration['measure'] => ({
  type: 'ratio',
  numerator,
  denominator,
});

/** Monthly `sum(n)` of `marts.facts` by organisation, unless said. */
export function metric(said: Partial<MetricDeclaration> = {}): MetricDeclaration {
  const breakdowns = said.breakdowns ?? [['organisation']];
  const id = said.id ?? 'total';
  return {
    id,
    name: id,
    question: '',
    decision: null,
    life: null,
    owner: '',
    kolada: null,
    own_target: null,
    margin: null,
    unit: 'count',
    decimals: 0,
    desired: 'none',
    measure: of(sum('n')),
    per: 1,
    over_time: 'sum',
    population: null,
    threshold: 5,
    zero: 'show',
    together: [],
    internal_full: false,
    time: said.measure?.type === 'derived' ? '' : 'day',
    finest: 'month',
    grains: ['month'],
    windows: ['period'],
    breakdowns,
    dimensions: [...new Set(breakdowns.flat())],
    accept_gaps: false,
    nulls_allowed: 0,
    rebase: [],
    covers_rows: false,
    audience: null,
    body: said.measure?.type === 'derived' ? '' : 'from marts.facts',
    reads: said.measure?.type === 'derived' ? [] : ['marts.facts'],
    text: '',
    file: `sql/metrics/${id}.sql`,
    sha256: '',
    ...said,
  };
}

/** Months from first to last, each received on the fifth of the month after, unless said; `except` are holes. */
export function monthly(
  first: string,
  last: string,
  { except = [], received = {} }: { except?: readonly string[]; received?: Readonly<Record<string, Day>> } = {},
): Coverage {
  const all = monthsBetween(monthOf(first), monthOf(last)).filter(month => !except.includes(firstDay(month).slice(0, 7)));
  return {
    months: new Map(all.map(month => [month, received[firstDay(month).slice(0, 7)] ?? plusDays(firstDay(month + 1), 4)])),
    until: null,
    last: all.at(-1) ?? null,
  };
}

export const until = (month: string, received: Day): Coverage => ({
  months: new Map(),
  until: { month: monthOf(month), received },
  last: monthOf(month),
});

/** A header line and rows, cells apart by spaces: `day organisation n:integer`. A type is text unless said, `day` a date; `-` is null, `''` is empty. */
export function tableOf(text: string): Table {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/));
  return {
    columns: header.map(cell => {
      const [name = '', type = name === 'day' ? 'date' : 'varchar'] = cell.split(':');
      return { name, type };
    }),
    rows: rows.map(row => row.map(cell => (cell === '-' ? null : cell === "''" ? '' : cell))),
  };
}

export const nodesOf = (text: string): HierarchyNode[] =>
  tableOf(text).rows.map(([id, parent, from, to]) => ({
    id: String(id),
    parent: parent === null ? null : String(parent),
    level: 'unit',
    name: String(id),
    valid_from: from === null || from === undefined ? null : String(from),
    valid_to: to === null || to === undefined ? null : String(to),
  }));

export async function createTable(warehouse: Warehouse, name: string, table: Table): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(', ');
  await run(warehouse, `create or replace table ${name} (${columns})`);
  const values = table.rows.map(row => `(${row.map(cell => (cell === null ? 'null' : literal(String(cell)))).join(', ')})`);
  if (values.length > 0) await run(warehouse, `insert into ${name} values ${values.join(', ')}`);
}

/** A warehouse for the tests of a file. */
export function testWarehouse(): () => Promise<Warehouse> {
  let opened: Promise<Warehouse> | null = null;
  const spill = mkdtempSync(join(tmpdir(), 'malbild-spill-'));
  afterAll(async () => {
    (await opened)?.closeSync();
    await rm(spill, { recursive: true, force: true });
  });
  return () => (opened ??= openWarehouse(spill));
}

/** One for every file of tests in a worker; it ends with the process. */
const shared = mkdtempSync(join(tmpdir(), 'malbild-spill-'));
process.once('exit', () => rmSync(shared, { recursive: true, force: true }));
let sharedWarehouse: Promise<Warehouse> | null = null;
const warehouse = (): Promise<Warehouse> => (sharedWarehouse ??= openWarehouse(shared));
const isText = (it: unknown): it is string => typeof it === 'string';
const asTable = (it: string | Table): Table => (isText(it) ? tableOf(it) : it);

type Given = [Project, Loaded, Modelled, Day, Warehouse, Effects];

/** Measures a town in a real warehouse. `recall`: for what was measured before. */
export const measureOver = async (town: Town, recall: Recall = noRecall): Promise<Measured> => measure(...(await givenTo(town)), recall);

/** What a town gives `measure`, and every stage that asks the same of it. */
export async function givenTo(town: Town): Promise<Given> {
  const marts = isText(town.facts) || 'columns' in town.facts ? { facts: town.facts as string | Table } : town.facts;
  for (const [name, table] of Object.entries(marts)) await createTable(await warehouse(), `marts.${identifier(name)}`, asTable(table));
  const coverage = 'months' in town.covered ? { facts: town.covered as Coverage } : town.covered;
  const sources = Object.entries(coverage).map(([id, covered]) => sourceOf(town, id, covered));
  const given = town.nodes === undefined ? {} : isText(town.nodes) || Array.isArray(town.nodes) ? { organisation: town.nodes } : town.nodes;
  const hierarchies = Object.fromEntries(
    Object.entries(given).map(([id, nodes]) => [id, isText(nodes) ? nodesOf(nodes) : (nodes as HierarchyNode[])]),
  );
  const dimensions = [
    ...Object.keys(hierarchies).map(id => dimension(id, `marts.tree-${id}`)),
    ...Object.entries(town.flat ?? {}).map(([id, members]) => dimension(id, null, members)),
  ];
  const project = {
    municipality: { dimensions },
    metrics: town.metrics.map(metric),
    sources: sources.map(s => s.declaration),
  } as unknown as Project;
  const loaded: Loaded = { sources, reports: [], rejects: [], findings: town.findings ?? [] };
  const ids = sources.map(s => s.declaration.id);
  const modelled: Modelled = {
    hierarchies,
    broken: new Set(town.broken ?? []),
    sourcesOf: new Map<string, readonly string[]>([
      ...Object.keys(marts).map(name => [`marts.${name}`, ids.includes(name) ? [name] : ids] as const),
      ...dimensions.map(d => [`marts.tree-${d.id}`, []] as const),
    ]),
    keys: new Map(),
    ensure: async () => {},
    findings: [],
  };
  return [project, loaded, modelled, town.asOf, await warehouse(), effectsAt(new Date(0))];
}

const dimension = (id: string, hierarchy: string | null, members: readonly string[] = []): Dimension => ({
  id,
  name: id,
  hierarchy,
  levels: {},
  members: Object.fromEntries(members.map(member => [member, member])),
  addsUp: true,
  own: null,
});

function sourceOf(town: Town, id: string, coverage: Coverage | null): LoadedSource {
  const { synthetic = false, cadence = null, settles = null } = town;
  const declaration = { id, name: id, class: 'open', synthetic, cadence, settles_days: settles };
  return { declaration: declaration as LoadedSource['declaration'], deliveries: [], coverage, broken: false };
}
