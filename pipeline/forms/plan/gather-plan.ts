import { TOP } from '../form-sheet.ts';
import { problemText, type ProblemText } from '../../messages/problems.ts';
import { gatherItem } from './gather-item.ts';
import type { Written } from './plan-as-written.ts';
import type { CellName, CellProblem, FilledRow } from './plan-cells.ts';
import type { PlanSheet } from './plan-columns.ts';
import { planTexts } from './plan-words.ts';

type Path = readonly PropertyKey[];

/** A plan as its file says it, and the cell that each place in it came from, or should have stood in. */
export interface GatheredPlan {
  value: Written;
  cellAt(path: Path): CellName;
}

const PARTS = ['indicators', 'activities', 'assignments'] as const;
/** Puts together the rows of all sheets: goals under goals, and what stands under them. A row whose goal is not there is a problem. */
export function gatherPlan(rows: Readonly<Record<PlanSheet, readonly FilledRow[]>>, problems: CellProblem[]): GatheredPlan {
  const places = new Map<string, FilledRow>();
  const placed = new Set<FilledRow>();
  const ids = rows.goals.flatMap(({ values: { id } }) => (id === undefined ? [] : [String(id)]));
  const problem = (row: FilledRow, key: string, text: ProblemText) => problems.push({ ...row.cellOf(key), ...text });
  const item = (row: FilledRow, path: Path): Written => {
    places.set(keyOf(path), row);
    placed.add(row);
    return gatherItem(row, (key, text) => problem(row, key, text));
  };
  const under = (sheet: PlanSheet, id: unknown): FilledRow[] => rows[sheet].filter(row => row.values.under === id && !placed.has(row));

  const goal = (row: FilledRow, path: Path): Written => {
    const own = item(row, path);
    const { id } = row.values;
    if (id === undefined) return own;
    const parts = PARTS.map(part => [part, under(part, id).map((each, i) => item(each, [...path, part, i]))] as const);
    const goals = under('goals', id).map((each, i) => goal(each, [...path, 'goals', i]));
    return { ...own, ...Object.fromEntries([...parts, ['goals', goals] as const].filter(([, items]) => items.length > 0)) };
  };
  const first = rows.plan[0];
  const plan = first ? item(first, []) : {};
  const goals = under('goals', undefined).map((row, i) => goal(row, ['goals', i]));

  for (const row of rows.plan.slice(1)) problem(row, 'plan', problemText('wrong-value', 'one more row', 'one plan'));
  for (const row of (['goals', ...PARTS] as const).flatMap(sheet => rows[sheet]))
    if (!placed.has(row)) problem(row, 'under', unplaced(row, ids));
  return { value: { ...plan, goals }, cellAt: path => cellAt(places, path) };
}

function unplaced({ values: { under } }: FilledRow, ids: readonly string[]): ProblemText {
  if (under === undefined) return problemText('needs-key', 'Mål', 'the goal that it stands under');
  if (!ids.includes(String(under))) return problemText('unknown-name', 'goal', String(under), ids);
  return problemText('wrong-value', `\`${under}\`, which stands under itself, or under what does`, 'a goal above it');
}

const keyOf = (path: Path): string => path.map(String).join('\u0000');

/** The cell of a key, or of the nearest thing around it. */
function cellAt(places: ReadonlyMap<string, FilledRow>, path: Path): CellName {
  for (let length = path.length; length >= 0; length--) {
    const row = places.get(keyOf(path.slice(0, length)));
    if (row) return row.cellOf(columnOf(path.slice(length).map(String), row));
  }
  return { sheet: planTexts.sheets.plan, cell: `A${TOP + 1}` };
}

/** The column that holds a key below an item. */
function columnOf([key = 'id', inner, at]: readonly string[], { values }: FilledRow): string {
  if (key === 'members') return key;
  if (key === 'benefit') return `benefit.${inner ?? 'text'}`;
  if (key !== 'target') return inner === undefined ? key : `${key}.${inner}`;
  const second = at === '1';
  if (inner === undefined) return 'target.kind';
  if (inner === 'partly') return second ? 'target.partly_to' : 'target.partly';
  if (inner === 'than' || inner === 'min_n') return `target.${inner}`;
  if (inner === 'better_than_group') return 'target.group';
  if (second) return 'target.to';
  return 'target.metric' in values ? 'target.metric' : 'target.value';
}
