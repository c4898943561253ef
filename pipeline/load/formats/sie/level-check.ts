import type { SieLevel } from '../../../words/sie.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import { amountOf } from './amount.ts';
import { NotedLines } from './noted-lines.ts';
import type { SiePost } from './post.ts';

/** The posts of one account and month. */
interface Place {
  line: number;
  /** The post without an object. */
  total: bigint | null;
  /** Sums by the dimensions that posts name: `1`, `1+6`. */
  objects: Map<string, bigint>;
}

const dimensionsOf = (post: SiePost): string => [...post.objects.keys()].sort().join('+');

/** True for a post that the level chooses. */
export const isAtLevel = (post: SiePost, level: SieLevel): boolean =>
  level === 'parts' || (level === 'total' ? post.objects.size === 0 : dimensionsOf(post) === level.slice('dim.'.length));

/**
 * Holds the posts of accounts as wholes against those of their objects, month by month. By the format (11, #PSALDO 5) both
 * are there, and what has no object is the total; some programs let it be the rest that no object carries.
 */
export class LevelCheck {
  #places = new Map<string, Place>();
  #level: SieLevel;

  constructor(level: SieLevel) {
    this.#level = level;
  }

  add(line: number, post: SiePost): void {
    const amount = amountOf(post.amount);
    if (amount === null) return;
    const key = `${post.year} ${post.period} ${post.account}`;
    const place = this.#places.get(key) ?? { line, total: null, objects: new Map<string, bigint>() };
    this.#places.set(key, place);
    const dimensions = dimensionsOf(post);
    if (dimensions !== '') place.objects.set(dimensions, (place.objects.get(dimensions) ?? 0n) + amount);
    else {
      place.total = (place.total ?? 0n) + amount;
      place.line = line;
    }
  }

  /** What is to be told; throws BrokenExtract where the level is not what the file's posts mean. */
  conclude(notice: (fault: Fault) => void): void {
    const level = this.#level;
    const places = [...this.#places.values()];
    const withObjects = places.filter(({ objects }) => objects.size > 0);
    const orphans = withObjects.filter(({ total, objects }) => total === null && [...objects.values()].some(sum => sum !== 0n));
    const both = withObjects.filter(({ total }) => total !== null);
    const equal = both.filter(({ total, objects }) => total !== 0n && [...objects.values()].includes(total!));
    if (level === 'parts') {
      // A file of parts has months where objects carry all, so that nothing is left over.
      if (both.length > 0 && (orphans.length === 0 || equal.length * 2 > both.length))
        throw new BrokenExtract(fault('sie-level', both[0]!.line, { level, instead: 'total' }));
      return;
    }
    if (orphans.length * 2 > withObjects.length) throw new BrokenExtract(fault('sie-level', orphans[0]!.line, { level, instead: 'parts' }));
    this.#tellOf(both, orphans, notice);
    if (level === 'total') return;
    const dimension = level.slice('dim.'.length);
    const without = places.filter(({ total, objects }) => total !== null && total !== 0n && !objects.has(dimension));
    if (without.length > 0) notice(fault('sie-without-object', null, { months: without.length, dimension }));
  }

  /** Totals that their objects do not make: at the level of a dimension its own, else those of any dimension. */
  #tellOf(both: readonly Place[], orphans: readonly Place[], notice: (fault: Fault) => void): void {
    const differing = new NotedLines();
    const dimension = this.#level === 'total' ? null : this.#level.slice('dim.'.length);
    for (const { line, total, objects } of both) {
      const sums = dimension === null ? [...objects.values()] : objects.has(dimension) ? [objects.get(dimension)!] : [];
      if (sums.length > 0 && !sums.includes(total!)) differing.add(line);
    }
    if (differing.count > 0) notice(fault('sie-total-differs', differing.first, { months: differing.count, lines: differing.lines }));
    const alone = new NotedLines();
    for (const { line } of orphans) alone.add(line);
    if (alone.count > 0) notice(fault('sie-no-total', alone.first, { months: alone.count, lines: alone.lines }));
  }
}
