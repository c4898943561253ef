import { monthOf, periodStart, type Month } from '../contract/period.ts';
import type { PlainRow } from '../warehouse/plain-rows.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { Places, Standing } from './places.ts';

/** A cell of a breakdown, or the part of a moved node's that one parent has; and its rows by finest period. */
export interface CellRows {
  members: readonly string[];
  parent: string | null;
  rows: Map<Month, PlainRow[]>;
}

const cellKey = (members: readonly string[], parent: string | null): string => JSON.stringify([parent, ...members]);

/** What decides where a row stands. `columns` are the rows' columns in order, by dimension. */
export interface Layout {
  columns: readonly string[];
  dimensions: readonly Dimension[];
  places: ReadonlyMap<string, Places>;
}

/** Puts every row in each cell that it belongs to. The grand total is there without rows too. */
export function cellsOf(
  { finest, breakdowns }: Pick<MetricDeclaration, 'finest' | 'breakdowns'>,
  rows: readonly PlainRow[],
  layout: Layout,
): Map<string, CellRows> {
  const whole = layout.dimensions.map(() => '*');
  const cells = new Map<string, CellRows>([[cellKey(whole, null), { members: whole, parent: null, rows: new Map() }]]);
  const samePlace = new Map<string, readonly CellRows[]>();
  for (const row of rows) {
    const at = JSON.stringify([row.day, ...row.columns]);
    const own = samePlace.get(at) ?? [[], ...breakdowns].flatMap(breakdown => cellsAt(row, breakdown, layout, cells));
    const once = samePlace.has(at) ? own : [...new Set(own)];
    samePlace.set(at, once);
    const period = periodStart(monthOf(row.day), finest);
    for (const cell of once) {
      const there = cell.rows.get(period);
      if (there) there.push(row);
      else cell.rows.set(period, [row]);
    }
  }
  addEmptyParts(cells, layout);
  return cells;
}

function cellsAt(row: PlainRow, breakdown: readonly string[], layout: Layout, cells: Map<string, CellRows>): CellRows[] {
  const standings = layout.dimensions.map(dimension =>
    breakdown.includes(dimension.id) ? standingsOf(row, dimension, layout) : [{ member: '*', parent: null }],
  );
  const combinations = standings.reduce<Standing[][]>((all, each) => all.flatMap(some => each.map(one => [...some, one])), [[]]);
  return combinations.flatMap(combination => {
    const members = combination.map(({ member }) => member);
    const parents = combination.flatMap(({ member, parent }, i) => {
      const places = layout.places.get(layout.dimensions[i]!.id);
      return breakdown.includes(layout.dimensions[i]!.id) && (places?.parentsEver(member).size ?? 0) > 1 ? parent! : [];
    });
    return [null, ...parents].map(parent => cellAt(cells, members, parent));
  });
}

/** The cell of a key, made without rows where there is none. */
export function cellAt(cells: Map<string, CellRows>, members: readonly string[], parent: string | null): CellRows {
  const key = cellKey(members, parent);
  const cell = cells.get(key) ?? { members, parent, rows: new Map() };
  cells.set(key, cell);
  return cell;
}

/** Declared members count; where none are declared, every one that is not empty or written as the whole. */
export function standingsOf(row: PlainRow, dimension: Dimension, { columns, places }: Omit<Layout, 'dimensions'>): readonly Standing[] {
  const value = row.columns[columns.indexOf(dimension.id)]!;
  const tree = places.get(dimension.id);
  if (tree) return tree.on(value, row.day);
  const declared = Object.keys(dimension.members);
  const known = value !== null && (declared.length > 0 ? declared.includes(value) : value !== '' && value !== '*');
  return [{ member: known ? value : 'unknown', parent: null }];
}

/** Every parent of a moved node has its part of the node's cells, also one under which nothing happened. */
function addEmptyParts(cells: Map<string, CellRows>, { dimensions, places }: Layout): void {
  for (const { members, parent } of [...cells.values()]) {
    if (parent !== null) continue;
    for (const [i, { id }] of dimensions.entries()) {
      const parents = places.get(id)?.parentsEver(members[i]!) ?? new Set();
      if (parents.size > 1) for (const each of parents) cellAt(cells, members, each);
    }
  }
}
