import type { HierarchyNode } from '../contract/manifest.ts';
import { firstDay, monthOf, type Day, type Month } from '../contract/period.ts';

/** A member that a fact is inside of, and the parent it has there; the whole has none. */
export interface Standing {
  member: string;
  parent: string | null;
}

const WHOLE: Standing = { member: '*', parent: null };
const NOWHERE: readonly Standing[] = [{ member: 'unknown', parent: '*' }, WHOLE];

/** A tree with validity, asked one day at a time. */
export class Places {
  readonly #byId: ReadonlyMap<string, readonly HierarchyNode[]>;
  readonly #isParent: ReadonlySet<string | null>;
  readonly #starts: readonly Day[];
  readonly #known = new Map<string, readonly Standing[]>();

  constructor(nodes: readonly HierarchyNode[]) {
    const byId = new Map<string, HierarchyNode[]>();
    for (const node of nodes) byId.set(node.id, [...(byId.get(node.id) ?? []), node]);
    this.#byId = byId;
    this.#isParent = new Set(nodes.map(node => node.parent));
    this.#starts = [...new Set(nodes.map(node => node.valid_from ?? '0001-01-01'))].sort();
  }

  /** What a fact of a node on a day is inside of: its own part first, where it is somebody's parent, and the whole last. */
  on(id: string | null, day: Day): readonly Standing[] {
    const key = `${day}${id ?? ''}`;
    const known = this.#known.get(key) ?? this.#find(id, day);
    this.#known.set(key, known);
    return known;
  }

  #find(id: string | null, day: Day): readonly Standing[] {
    const up = id === null ? null : this.#up(id, day, new Set());
    if (up === null) return NOWHERE;
    return this.#isParent.has(id) ? [{ member: `${id}.own`, parent: id }, ...up] : up;
  }

  /** The node and all above it on a day; null where it, or one of them, is not there then. */
  #up(id: string, day: Day, seen: ReadonlySet<string>): readonly Standing[] | null {
    const node = this.#byId.get(id)?.find(({ valid_from, valid_to }) => (valid_from ?? day) <= day && day <= (valid_to ?? day));
    if (node === undefined || seen.has(id)) return null;
    if (node.parent === null) return [{ member: id, parent: '*' }, WHOLE];
    const above = this.#up(node.parent, day, new Set([...seen, id]));
    return above && [{ member: id, parent: node.parent }, ...above];
  }

  /** True if the member is there on some day of one of the months. */
  isThere(member: string, months: readonly Month[]): boolean {
    return member === '*' || this.parentsIn(idOf(member), months).size > 0;
  }

  /** The parents a node has in some of the months. Nothing changes but on days when something begins or has ended. */
  parentsIn(id: string, months: readonly Month[]): Set<string> {
    const asked = new Set(months);
    return this.#parentsOn(id, [...months.map(firstDay), ...this.#starts.filter(day => asked.has(monthOf(day)))]);
  }

  /** The parents a node has ever had. */
  parentsEver(id: string): Set<string> {
    return this.#parentsOn(id, this.#starts);
  }

  #parentsOn(id: string, days: readonly Day[]): Set<string> {
    return new Set(days.flatMap(day => this.#up(id, day, new Set())?.[0]!.parent ?? []));
  }

  /** The node and all that has ever been below it. */
  below(id: string): Set<string> {
    const found = new Set([id]);
    for (const each of found) for (const [child, nodes] of this.#byId) if (nodes.some(node => node.parent === each)) found.add(child);
    return found;
  }

  get ids(): string[] {
    return [...this.#byId.keys()];
  }
}

/** The node that a member is, or is the own part of. */
export const idOf = (member: string): string => member.replace(/\.own$/, '');
