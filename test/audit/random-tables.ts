import fc from 'fast-check';
import { expect } from 'vitest';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { firstDay, writePeriod, type Grain } from '../../pipeline/contract/period.ts';
import { auditFigure } from '../../pipeline/audit/system/audit-figure.ts';
import { sumsOf } from '../../pipeline/audit/system/sums-of.ts';
import { gatherFigures } from '../../pipeline/audit/tree/gather-figures.ts';
import { measuredBy } from '../../pipeline/audit/tree/measured-by.ts';
import type { PublishedRow, PublishedTree } from '../../pipeline/audit/tree/published-tree.ts';
import { node } from './a-tree.ts';
import { spanTest } from './dense-rank.ts';

const JANUARY = 12 * 2026;
const UNITS = ['1', '2', '3', '4'];
const SEXES = ['K', 'M'];
const AGES = ['x', 'y'];

/** The finest there is: one number for each. */
interface Atom {
  unit: string;
  sex: string;
  age: string;
  month: number;
  count: number;
}

/** A cell with the atoms that it is the sum of: what the audit is not told. */
interface Cell {
  row: Omit<PublishedRow, 'value' | 'population' | 'flag'>;
  atoms: readonly number[];
}

const boardOf = (unit: string, month: number, moves: number | null): string =>
  unit === '2' && moves !== null && month >= moves ? 'B' : unit < '3' ? 'A' : 'B';

/** Every cell of months, a tertial, years to date and the year, of units and boards, by sex and by age, and the parts of a unit that moves. */
function cellsOf(atoms: readonly Atom[], months: number, moves: number | null, crossed: boolean): Cell[] {
  const spans: [Grain, 'period' | 'ytd', start: number, first: number, last: number][] = [
    ...Array.from({ length: months }, (_, m): [Grain, 'period', number, number, number] => ['month', 'period', m, m, m]),
    ...Array.from({ length: months }, (_, m): [Grain, 'ytd', number, number, number] => ['month', 'ytd', m, 0, m]),
    ['tertial', 'period', 0, 0, Math.min(3, months - 1)],
    ['year', 'period', 0, 0, months - 1],
  ];
  const places = ['*', 'A', 'B', ...UNITS];
  const people: [string, string][] = crossed
    ? ['*', ...SEXES].flatMap(
        sex => (sex === '*' ? [['*', '*']] : [[sex, '*'], ...AGES.map((age): [string, string] => [sex, age])]) as [string, string][],
      )
    : [['*', '*'], ...SEXES.map((sex): [string, string] => [sex, '*']), ...AGES.map((age): [string, string] => ['*', age])];
  const cells: Cell[] = [];
  for (const [grain, window, start, first, last] of spans)
    for (const place of places)
      for (const [sex, age] of people)
        for (const parent of place === '2' && moves !== null && first < moves && last >= moves ? [null, 'A', 'B'] : [null]) {
          const isIn = (atom: Atom): boolean =>
            atom.month >= first &&
            atom.month <= last &&
            (place === '*' || place === atom.unit || place === boardOf(atom.unit, atom.month, moves)) &&
            (parent === null || parent === boardOf(atom.unit, atom.month, moves)) &&
            (sex === '*' || sex === atom.sex) &&
            (age === '*' || age === atom.age);
          const period_start = firstDay(JANUARY + start);
          const members = [place, sex, age];
          const at = [writePeriod(grain, JANUARY + start), window, ...members, ...(parent === null ? [] : [parent])];
          const row = { of: 'cases', at, grain, window, period_start, members, parent, numerator: '', denominator: '', held: false };
          cells.push({ row, atoms: atoms.flatMap((atom, i) => (isIn(atom) ? [i] : [])) });
        }
  return cells;
}

const hierarchy = (moves: number | null): HierarchyNode[] => [
  node('A', null),
  node('B', null),
  ...UNITS.flatMap(unit =>
    unit === '2' && moves !== null
      ? [node('2', 'A', null, `2026-0${moves}-28`), node('2', 'B', firstDay(JANUARY + moves))]
      : [node(unit, unit < '3' ? 'A' : 'B')],
  ),
];

function publish(atoms: readonly Atom[], cells: readonly Cell[], hidden: ReadonlySet<number>, moves: number | null): PublishedTree {
  const rows = cells.map(({ row, atoms: own }, i): PublishedRow => {
    const number = hidden.has(i) ? '' : String(own.reduce((sum, at) => sum + atoms[at]!.count, 0));
    return { ...row, value: number, population: number, flag: hidden.has(i) ? 'suppressed' : '' };
  });
  const [parts, whole] = [rows.filter(({ parent }) => parent !== null), rows.filter(({ parent }) => parent === null)];
  const measures = measuredBy('cases', '/*\nmeasure: count(*)\npopulation: count(*)\ntime: day\n*/\nfrom marts.cases', 'public');
  const metric = {
    id: 'cases',
    measures,
    json: {},
    explore: null,
    dimensions: ['unit', 'sex', 'age'],
    apart: new Set<string>(),
    rows: whole,
    parts,
  };
  const about = { folder: '', edition: '', previous: null, audience: 'public', as_of: '2026-12-31', rows: rows.length };
  return { ...about, hierarchies: { unit: hierarchy(moves) }, metrics: [metric] };
}

const table = fc.record({
  months: fc.integer({ min: 2, max: 5 }),
  moves: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  crossed: fc.boolean(),
  counts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16 * 5, maxLength: 16 * 5 }),
  share: fc.constantFrom(0.03, 0.1, 0.3, 0.6, 0.9, 1),
  picks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 600, maxLength: 600 }),
});

function make({ months, moves, crossed, counts, share, picks }: typeof table extends fc.Arbitrary<infer T> ? T : never) {
  const moved = moves !== null && moves < months ? moves : null;
  const atoms = UNITS.flatMap(unit =>
    SEXES.flatMap(sex => AGES.flatMap(age => Array.from({ length: months }, (_, month) => ({ unit, sex, age, month, count: 0 })))),
  ) // prettier-ignore
    .map((atom, i) => ({ ...atom, count: counts[i]! }));
  const cells = cellsOf(atoms, months, moved, crossed);
  const hidden = new Set([...cells.keys()].filter(i => picks[i % picks.length]! < share && (i * 7) % 5 !== 0));
  return { atoms, cells, hidden, tree: publish(atoms, cells, hidden, moved) };
}

/** Audits random tables, and expects of each hidden cell that it is given away exactly when it is a combination of what is shown. Gives how many were. */
export function expectExact(tables: number): number {
  let found = 0;
  fc.assert(
    fc.property(table, drawn => {
      const { atoms, cells, hidden, tree } = make(drawn);
      const [gathering] = gatherFigures(tree).figures;
      if (gathering === undefined) return;
      const figure = gathering.figure();
      const { givenAway, contradictions } = auditFigure(figure, sumsOf(figure));
      const told = new Set(givenAway.flatMap(({ kind, cell }) => (kind === 'determined' ? cell.rows.map(({ at }) => at.join()) : [])));
      expect(contradictions).toEqual([]);
      expect(givenAway.filter(({ kind }) => kind === 'undecided')).toEqual([]);
      // A number that one row hides and another shows is not hidden.
      const elsewhere = new Set(gathering.shownElsewhere().map(({ hiding }) => hiding.at.join()));
      const follows = spanOf(cells.filter((_, i) => !hidden.has(i)), atoms.length); // prettier-ignore
      for (const i of hidden) {
        const key = cells[i]!.row.at.join();
        expect([key, told.has(key) || elsewhere.has(key)]).toEqual([key, follows(cells[i]!)]);
      }
      found += told.size;
    }),
    { numRuns: tables },
  );
  return found;
}

/** Whether a cell is in the span of some, as vectors of atoms. */
function spanOf(shown: readonly Cell[], atoms: number): (cell: Cell) => boolean {
  const vector = ({ atoms: own }: Cell): number[] => Array.from({ length: atoms }, (_, at) => (own.includes(at) ? 1 : 0));
  return spanTest(shown.map(vector), vector);
}
