import { hideInBlock } from '../../pipeline/protect/complementary/block.ts';
import { hierarchicalTable, seeded, type HierarchicalTable, type Size } from './hierarchical-table.ts';
import { fewestComplements } from './fewest-complements.ts';
import { sixtyTables } from './sixty-tables.ts';

/**
 * `npm run bench:suppress`: how many cells are hidden beside the small ones, beside a bound that nothing can go below, and how long it takes.
 * `-- --large` takes 400 units too, which is minutes. The last line is JSON.
 */
const base = { mean: 15, threshold: 5 } as const;
const SIZES: readonly (Size & { name: string })[] = [
  { name: '60 units, a month', ...base, units: 60, months: 1, windows: [] },
  { name: '60 units, a year: month, tertial, year', ...base, units: 60, months: 12, windows: ['tertial', 'year'] },
  { name: '60 units, a year, and to date', ...base, units: 60, months: 12, windows: ['tertial', 'year', 'ytd'] },
  ...(process.argv.includes('--large')
    ? [{ name: '400 units, a year, and to date', ...base, units: 400, months: 12, windows: ['tertial', 'year', 'ytd'] as const }]
    : []),
];
/** Seconds of the processor for 60 units, a year and to date, above which a run is felt to be slow. */
const SECONDS = 6;

function measure(table: HierarchicalTable): { cells: number; small: number; complements: number; fewest: number; seconds: number } {
  const { cells } = table.block;
  const started = process.cpuUsage();
  const hidden = hideInBlock(table.block);
  const seconds = process.cpuUsage(started).user / 1e6;
  const small = cells.filter(({ role }) => role === 'secret').length;
  const complements = hidden.filter(Boolean).length - small;
  return { cells: cells.length, small, complements, fewest: fewestComplements(table), seconds };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const found = SIZES.map(({ name, ...size }) => {
  const { cells, small, complements, fewest, seconds } = measure(hierarchicalTable(size, seeded(1)));
  console.log(
    `${name}: ${cells} cells, small ${percent(small, cells)}, hidden beside them ${percent(complements, cells)} (none could do with less than ${percent(fewest, cells)}), ${seconds.toFixed(2)} s`,
  );
  return seconds;
});

const all = sixtyTables().map(measure);
const sum = (of: 'cells' | 'small' | 'complements' | 'fewest' | 'seconds'): number => all.reduce((total, one) => total + one[of], 0);
console.log(
  `60 tables: ${sum('cells')} cells, small ${percent(sum('small'), sum('cells'))}, hidden beside them ${percent(sum('complements'), sum('cells'))} (none could do with less than ${percent(sum('fewest'), sum('cells'))}), ${sum('seconds').toFixed(1)} s`,
);
console.log(JSON.stringify({ bench: 'suppress', ratio: Number((found[2]! / SECONDS).toFixed(3)), bar: 1 }));
