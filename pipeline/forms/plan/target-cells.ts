import { problemText, type ProblemText } from '../../messages/problems.ts';
import { PLAN_COLUMNS } from './plan-columns.ts';
import { planWords } from './plan-words.ts';

/** A target spread over the cells of its row, by column: its kind, and what that kind takes. */
export type TargetCells = Readonly<Partial<Record<string, string | number>>>;

/** The columns that each kind takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  at_most: ['value', 'metric', 'partly'],
  at_least: ['value', 'metric', 'partly'],
  between: ['value', 'to', 'partly', 'partly_to'],
  better_than_last_year: [],
  better_than_group: ['group', 'than', 'min_n'],
  milestone: [],
  none: [],
};
const headerOf = (column: string): string => PLAN_COLUMNS.indicators.find(({ key }) => key === `target.${column}`)!.header;
const METRIC = /^metric\(\s*(.+?)\s*\)$/;

/** How a plan's file has a target that is a map. */
interface TargetAsWritten {
  at_most?: number | string;
  at_least?: number | string;
  between?: readonly number[];
  better_than_group?: string;
  partly?: number | readonly number[];
  than?: string;
  min_n?: number;
}

/** A target as a plan's file has it, as cells. */
export function spreadTarget(target: unknown): TargetCells {
  if (typeof target === 'string') return { kind: target };
  const { at_most, at_least, between, better_than_group: group, partly, than, min_n } = target as TargetAsWritten;
  if (group !== undefined) return { kind: 'better_than_group', group, than, min_n };
  const [nearly, nearlyTo] = typeof partly === 'object' ? partly : [partly];
  if (between) return { kind: 'between', value: between[0], to: between[1], partly: nearly, partly_to: nearlyTo };
  const limit = at_most ?? at_least;
  const metric = typeof limit === 'string' ? METRIC.exec(limit)![1] : undefined;
  return {
    kind: at_most === undefined ? 'at_least' : 'at_most',
    ...(metric === undefined ? { value: limit } : { metric }),
    partly: nearly,
  };
}

/** A row's cells as its target; undefined where they say none. A cell that the kind does not take is a problem: it would be lost. */
export function gatherTarget(cells: TargetCells, report: (column: string, problem: ProblemText) => void): unknown {
  const { kind, value, metric, to, partly, partly_to, group, than, min_n } = cells;
  const filled = Object.keys(cells).filter(column => column !== 'kind');
  if (kind === undefined) {
    for (const column of filled) report(column, problemText('needs-key', 'Typ', 'it says what the target is'));
    return undefined;
  }
  const word = Object.entries(planWords.target).find(([, code]) => code === kind)![0];
  for (const column of filled.filter(column => !TAKES[kind]!.includes(column)))
    report(column, problemText('not-with', headerOf(column), `a target of kind \`${word}\` has none`));
  if (value !== undefined && metric !== undefined)
    report('metric', problemText('one-of', ['Målvärde', 'Målvärde ur nyckeltal'], ['Målvärde', 'Målvärde ur nyckeltal']));
  if (TAKES[kind]!.length === 0) return kind;
  const pair = (low: unknown, high: unknown) => [low, high].filter(it => it !== undefined);
  if (kind === 'better_than_group') return { better_than_group: group, than, min_n };
  if (kind === 'between') {
    const near = pair(partly, partly_to);
    return { between: pair(value, to), ...(near.length === 0 ? {} : { partly: near }) };
  }
  return { [kind]: metric === undefined ? value : `metric(${metric})`, partly };
}
