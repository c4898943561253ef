import { sortMarks, type Mark } from '../../pipeline/contract/observation.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';

/**
 * Figures written once more, as slowly and plainly as `figures.md` says them, to compare with: one fact at a time, no SQL, and nothing of
 * `pipeline/measure`. Days are ISO text, which sorts as days do.
 */
export interface Fact {
  day: string;
  organisation: string | null;
  sex: string | null;
  n: number;
  who: string;
}

export interface Question {
  facts: readonly Fact[];
  nodes: readonly HierarchyNode[];
  sexes: readonly string[];
  /** Covered months, as `2025-01`. */
  covered: readonly string[];
  asOf: string;
  breakdowns: readonly (readonly ('organisation' | 'sex')[])[];
  windows: readonly ('period' | 'ytd' | 'rolling-3')[];
  overTime: 'sum' | 'last' | 'mean';
  measure: 'sum' | 'median' | 'ratio';
}

/** A month's number in time, and back. */
const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const name = (i: number): string => `${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
const endOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
const through = (from: number, to: number): string[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => name(from + i));
const validOn = (node: HierarchyNode, day: string): boolean => (node.valid_from ?? '') <= day && day <= (node.valid_to ?? '9999');

/** The member and all that it is inside of on a day, or null where it is not there then. */
function upFrom(id: string, day: string, nodes: readonly HierarchyNode[]): string[] | null {
  const node = nodes.find(n => n.id === id && validOn(n, day));
  if (!node) return null;
  if (node.parent === null) return [id, '*'];
  const above = upFrom(node.parent, day, nodes);
  return above && [id, ...above];
}

function placesOf(fact: Fact, nodes: readonly HierarchyNode[]): string[] {
  const path = fact.organisation === null ? null : upFrom(fact.organisation, fact.day, nodes);
  if (path === null) return ['unknown', '*'];
  return nodes.some(n => n.parent === fact.organisation) ? [`${fact.organisation}.own`, ...path] : path;
}

/** True where the node, and all above it, are valid some day of the month. */
function thereIn(member: string, month: string, nodes: readonly HierarchyNode[]): boolean {
  if (member === '*') return true;
  const id = member.replace('.own', '');
  for (let day = 1; day <= Number(endOf(month).slice(8)); day++)
    if (upFrom(id, `${month}-${String(day).padStart(2, '0')}`, nodes)) return true;
  return false;
}

/** Every row, as `show` writes it. */
export function naiveRows(q: Question): string[] {
  const first = Math.min(...q.covered.map(index));
  const last = index(q.asOf);
  const inside = q.facts.filter(fact => q.covered.includes(fact.day.slice(0, 7)));
  const inSex = (fact: Fact): string => (fact.sex !== null && q.sexes.includes(fact.sex) ? fact.sex : 'unknown');
  const membersOf = (fact: Fact, breakdown: readonly string[]): string[][] =>
    (breakdown.includes('organisation') ? placesOf(fact, q.nodes) : ['*']).map(place => [
      place,
      breakdown.includes('sex') ? inSex(fact) : '*',
    ]);
  const isIn = (fact: Fact, [place, sex]: readonly string[]): boolean =>
    (place === '*' || placesOf(fact, q.nodes).includes(place!)) && (sex === '*' || inSex(fact) === sex);
  const cells = new Map(
    [['*', '*'], ...[[], ...q.breakdowns].flatMap(b => inside.flatMap(fact => membersOf(fact, b)))].map(
      members => [members.join(' '), members] as const,
    ),
  );
  const rows: string[] = [];
  for (const [grain, size] of [
    ['month', 1],
    ['tertial', 4],
    ['year', 12],
  ] as const)
    for (const window of q.windows) {
      if ((window === 'ytd' && grain === 'year') || (window === 'rolling-3' && grain !== 'month')) continue;
      for (let start = first - (first % size); start <= last; start += size) {
        const end = start + size - 1;
        const from = { period: start, ytd: end - (end % 12), 'rolling-3': end - 2 }[window];
        const months = through(from, end);
        const covered = months.filter(month => q.covered.includes(month));
        const read = q.overTime === 'last' ? covered.slice(-1) : covered;
        const lastDay = endOf(name(end));
        const marks: Mark[] = lastDay >= q.asOf ? ['partial'] : [];
        const hole = q.overTime === 'last' ? covered.at(-1) !== name(end) : covered.length < months.length;
        if (lastDay < q.asOf && covered.length > 0 && hole) marks.push('incomplete');
        const period =
          grain === 'month'
            ? name(start)
            : grain === 'year'
              ? name(start).slice(0, 4)
              : `${name(start).slice(0, 4)}-T${(start % 12) / 4 + 1}`;
        const label = window === 'period' ? period : `${period} ${window}`;
        for (const [text, members] of cells) {
          const facts = q.facts.filter(fact => read.includes(fact.day.slice(0, 7)) && isIn(fact, members));
          if (members.includes('unknown') ? facts.length === 0 : !months.some(month => thereIn(members[0]!, month, q.nodes))) continue;
          const gone = q.overTime === 'last' && members[0] !== 'unknown' && !read.some(month => thereIn(members[0]!, month, q.nodes));
          const what = read.length === 0 ? 'missing' : gone ? 'not-applicable' : naiveValue(q, facts, read.length);
          rows.push(`${label} ${text}: ${what}${marks.length > 0 ? ` [${sortMarks(marks).join(' ')}]` : ''}`);
        }
      }
    }
  return rows;
}

function naiveValue({ measure, overTime }: Question, facts: readonly Fact[], months: number): string {
  const people = ` of ${new Set(facts.map(fact => fact.who)).size}`;
  const sum = facts.reduce((total, fact) => total + fact.n, 0);
  if (measure === 'sum') return (overTime === 'mean' ? `${sum / months} = ${sum}/${months}` : `${sum}`) + people;
  if (measure === 'ratio')
    return (facts.length === 0 ? 'not-applicable' : `${(100 * sum) / facts.length} = ${sum}/${facts.length}`) + people;
  const sorted = facts.map(fact => fact.n).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted.length === 0 ? 'not-applicable' : `${(sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2}`) + people;
}
