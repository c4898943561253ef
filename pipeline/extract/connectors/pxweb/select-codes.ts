import { compareBytes } from '../../../words/compare-bytes.ts';
import { FetchError } from '../connector.ts';
import { isObject } from '../http/json.ts';
import type { Cube, CubeVariable } from './cube.ts';

/** What is asked for of one variable, in the table's order. */
export interface Selected {
  id: string;
  codes: readonly string[];
}

/**
 * The codes that a declared selection means in a table, by its metadata, and those that it does not have. A variable that is
 * not selected is left out where the table can be summed over it. Throws FetchError where a selection cannot be asked for.
 */
export function selectCodes(
  table: Cube,
  select: Readonly<Record<string, readonly string[]>>,
): { selected: Selected[]; lacking: Record<string, readonly string[]> } {
  const known = table.variables.map(({ id }) => id);
  const unknown = Object.keys(select).filter(id => !known.includes(id));
  if (unknown.length > 0) throw new FetchError('wrong-answer', `no variable ${unknown.join(', ')}; the table has ${known.join(', ')}`);
  const lacking: Record<string, readonly string[]> = {};
  const selected = table.variables.flatMap((variable): Selected[] => {
    const { id } = variable;
    const asked = Object.hasOwn(select, id) ? select[id]! : null;
    if (asked === null) {
      if (canBeLeftOut(variable)) return [];
      throw new FetchError('wrong-answer', `the variable ${id} is not selected, and the table cannot be without it`);
    }
    const matches = asked.map(expression => [expression, codesFor(expression, variable, isTime(table, id))] as const);
    const missing = matches.filter(([, codes]) => codes.length === 0).map(([expression]) => expression);
    if (missing.length > 0) lacking[id] = missing;
    const wanted = new Set(matches.flatMap(([, codes]) => codes));
    if (wanted.size === 0) throw new FetchError('wrong-answer', `none of what is selected of ${id} is in the table`);
    return [{ id, codes: variable.codes.filter(code => wanted.has(code)) }];
  });
  return { selected, lacking };
}

const canBeLeftOut = ({ dimension }: CubeVariable): boolean => isObject(dimension.extension) && dimension.extension.elimination === true;

function isTime({ document: { role } }: Cube, id: string): boolean {
  return isObject(role) && Array.isArray(role.time) && role.time.includes(id);
}

/** Codes by an expression of PxWebApi v2. Time goes by its codes (2024, 2024M03), all else by the table's order. */
function codesFor(expression: string, { codes }: CubeVariable, time: boolean): readonly string[] {
  if (codes.includes(expression)) return [expression];
  const [, name, inside = ''] = /^(from|to|range|top)\(([^()]*)\)$/i.exec(expression) ?? [];
  const ends = inside.split(',').map(code => code.trim());
  const ordered = time ? [...codes].sort(compareBytes) : codes;
  const within = (first: string | null, last: string | null): readonly string[] => {
    const place = (code: string) => (time ? code : codes.indexOf(code));
    if (!time && [first, last].some(code => code !== null && !codes.includes(code))) return [];
    return codes.filter(code => (first === null || place(code) >= place(first)) && (last === null || place(code) <= place(last)));
  };
  if (name?.toLowerCase() === 'from') return within(ends[0]!, null);
  if (name?.toLowerCase() === 'to') return within(null, ends[0]!);
  if (name?.toLowerCase() === 'range') return ends.length === 2 ? within(ends[0]!, ends[1]!) : [];
  if (name?.toLowerCase() === 'top')
    return /^[1-9]\d{0,5}$/.test(inside) ? ordered.slice(...(time ? [-Number(inside)] : [0, Number(inside)])) : [];
  if (!/[*?]/.test(expression)) return [];
  const pattern = expression
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return codes.filter(code => new RegExp(`^${pattern}$`, 'su').test(code));
}

/** A selection in parts of at most so many cells each: the longest list in halves, as often as it takes. */
export function partsOf(selected: readonly Selected[], mostCells: number): Selected[][] {
  const cells = selected.reduce((product, { codes }) => product * codes.length, 1);
  const longest = selected.reduce((most, { codes }, i) => (codes.length > selected[most]!.codes.length ? i : most), 0);
  if (cells <= mostCells || selected[longest]!.codes.length === 1) return [[...selected]];
  const { id, codes } = selected[longest]!;
  const middle = Math.ceil(codes.length / 2);
  return [codes.slice(0, middle), codes.slice(middle)].flatMap(half =>
    partsOf(
      selected.map((variable, i) => (i === longest ? { id, codes: half } : variable)),
      mostCells,
    ),
  );
}
