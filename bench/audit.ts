// `npm run bench:audit`: how long the auditor takes for a published tree of 60 units × 60 months (and tertials, years, years to date) × sex × 4 ages, as a ratio to
// parsing that tree's CSV alone with csv-parse, both in this run. The ages of all units are hidden in every window, so that few equations have one unknown and there is much to prove.
// Then what whole numbers leave of the same tree, as a ratio to that audit; and, of the 60 tables of `bench:suppress`, how many hidden numbers they leave one value.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { auditTree } from '../pipeline/audit/audit-tree.ts';
import { boundUnknowns } from '../pipeline/audit/bounds/bound-unknowns.ts';
import { loadSolver } from '../pipeline/audit/bounds/load-solver.ts';
import type { Solver } from '../pipeline/audit/bounds/program.ts';
import { randomFrom } from '../pipeline/audit/solve/random-from.ts';
import { solve } from '../pipeline/audit/solve/solve.ts';
import { node, writeTree, type Row } from '../test/audit/a-tree.ts';
import { hiddenSystem } from './suppress/hidden-system.ts';
import { sixtyTables } from './suppress/sixty-tables.ts';

const [UNITS, BOARDS, YEARS] = [60, 10, [2021, 2022, 2023, 2024, 2025]];
const [BAR, BOUNDS_BAR] = [15, 5];

const random = randomFrom(1);
const units = Array.from({ length: UNITS }, (_, i) => `u${i}`);
const boardOf = (unit: string): string => `b${Number(unit.slice(1)) % BOARDS}`;
const members = (places: readonly string[]): string[][] =>
  places.flatMap(place => ['*', 'K', 'M'].flatMap(sex => ['*', 'a', 'b', 'c', 'd'].map(age => [place, sex, age])));
const keys = members(['*', ...Array.from({ length: BOARDS }, (_, i) => `b${i}`), ...units]);

/** Counts of one month, by key. */
function month(): Map<string, number> {
  const counts = new Map(keys.map(key => [key.join(), 0]));
  for (const unit of units)
    for (const sex of ['K', 'M'])
      for (const age of ['a', 'b', 'c', 'd']) {
        const count = Math.floor(-15 * Math.log(1 - random()));
        for (const place of ['*', boardOf(unit), unit])
          for (const s of ['*', sex])
            for (const a of ['*', age]) counts.set([place, s, a].join(), counts.get([place, s, a].join())! + count);
      }
  return counts;
}

const sum = (all: readonly ReadonlyMap<string, number>[]): Map<string, number> =>
  new Map(keys.map(key => [key.join(), all.reduce((total, counts) => total + counts.get(key.join())!, 0)]));

function rowsOf(period: string, counts: ReadonlyMap<string, number>): Row[] {
  const isHidden = ([place, , age]: readonly string[]): boolean => age !== '*' && place!.startsWith('u');
  return keys.map(key => [period, ...key, isHidden(key) ? '..' : counts.get(key.join())!] as unknown as Row);
}

const rows = YEARS.flatMap(year => {
  const months = Array.from({ length: 12 }, month);
  const two = (i: number): string => String(i + 1).padStart(2, '0');
  return [
    ...months.flatMap((counts, i) => rowsOf(`${year}-${two(i)}`, counts)),
    ...months.flatMap((_, i) => rowsOf(`ytd ${year}-${two(i)}`, sum(months.slice(0, i + 1)))),
    ...[0, 4, 8].flatMap(i => rowsOf(`${year}-T${i / 4 + 1}`, sum(months.slice(i, i + 4)))),
    ...rowsOf(String(year), sum(months)),
  ];
});

const folder = mkdtempSync(join(tmpdir(), 'malbild-audit-'));
try {
  const hierarchies = {
    unit: [...Array.from({ length: BOARDS }, (_, i) => node(`b${i}`, null)), ...units.map(unit => node(unit, boardOf(unit)))],
  };
  // Zeros are hidden too: a hidden number may be 0.
  const header = 'measure: count(*)\npopulation: count(*)\nzero: hide';
  await writeTree({ hierarchies, metrics: [{ id: 'cases', dimensions: ['unit', 'sex', 'age'], header, rows }] }, folder);
  const parsing = await seconds(async () => parse(await readFile(`${folder}/data/observations/cases.csv`)));
  const auditing = await seconds(() => auditTree(folder));
  const { rows: read, hidden, equations, blocks, largest, findings } = auditing.result;
  console.log(
    `${read} rows, ${hidden} hidden; ${equations} equations, ${blocks} blocks, the largest of ${largest}; ${findings.length} findings`,
  );
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`csv-parse ${parsing.seconds.toFixed(2)} s, audit ${auditing.seconds.toFixed(2)} s, ${memory} MB RSS`);
  const solver = await loadSolver(new AbortController().signal);
  const bounding = await seconds(() => auditTree(folder, solver));
  const { of, single, within, untold, programs } = bounding.result.wholeNumbers!;
  console.log(
    `with bounds ${bounding.seconds.toFixed(2)} s: ${of} counts, ${single} left one whole number, ${within} within ± 2, ${untold} untold, ${programs} programs`,
  );
  await boundSixty(solver);
  console.log(JSON.stringify({ bench: 'bounds', ratio: Number((bounding.seconds / auditing.seconds).toFixed(3)), bar: BOUNDS_BAR }));
  console.log(JSON.stringify({ bench: 'audit', ratio: Number((auditing.seconds / parsing.seconds).toFixed(3)), bar: BAR }));
} finally {
  rmSync(folder, { recursive: true });
}

async function boundSixty(solver: Solver): Promise<void> {
  const systems = sixtyTables().map(hiddenSystem);
  const all: Record<'hidden' | 'small' | 'single' | 'smallSingle' | 'within' | 'untold' | 'programs', number>[] = [];
  const { seconds: taken } = await seconds(async () => {
    for (const { system, isSmall } of systems) {
      const { single, within, untold, programs } = await boundUnknowns(system, solve(system).bounds, new Set(isSmall.keys()), solver);
      const small = isSmall.filter(Boolean).length;
      const smallSingle = single.filter(column => isSmall[column]).length;
      all.push({
        hidden: isSmall.length,
        small,
        single: single.length,
        smallSingle,
        within: within.length,
        untold: untold.length,
        programs,
      });
    }
  });
  const sum = (of: keyof (typeof all)[number]): number => all.reduce((total, one) => total + one[of], 0);
  const share = (part: number, whole: number): string => `${part} (${((100 * part) / whole).toFixed(1)} %)`;
  console.log(
    `60 tables: of ${sum('hidden')} hidden whole numbers leave ${share(sum('single'), sum('hidden'))} one value, ${share(sum('smallSingle'), sum('small'))} of the small ones; ${sum('within')} several within ± 2, ${sum('untold')} untold; ${sum('programs')} programs, ${taken.toFixed(1)} s`,
  );
}

async function seconds<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}
