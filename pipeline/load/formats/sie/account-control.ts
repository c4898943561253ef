import { fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import { amountOf } from './amount.ts';
import { NotedLines } from './noted-lines.ts';
import type { SiePost } from './post.ts';

interface Account {
  moved: bigint;
  opening: bigint | null;
  closing: bigint | null;
  result: bigint | null;
  line: number;
}

/**
 * Holds the movements of the present year against the file's own balances, account by account: `#RES`, or `#UB` less `#IB`.
 * Balances of nought may be left out (5.17), but not all of a kind. A file without any movement is held to the same: it may be cut.
 */
export class AccountControl {
  #accounts = new Map<string, Account>();
  #has = { IB: false, UB: false, RES: false };

  addMovement(line: number, post: SiePost): void {
    const amount = amountOf(post.amount);
    if (amount === null) return;
    this.#of(post.account, line).moved += amount;
  }

  /** A post that could not be read says nothing. */
  addBalance(line: number, post: SiePost | null): void {
    const amount = post === null ? null : amountOf(post.amount);
    if (post === null || post.year !== '0' || amount === null) return;
    const { tag, account } = post;
    const at = this.#of(account, line);
    if (tag === 'IB') at.opening = amount;
    else if (tag === 'UB') at.closing = amount;
    else at.result = amount;
    this.#has[tag as 'IB' | 'UB' | 'RES'] = true;
  }

  /** Tells of accounts whose movements are not what their balances say. */
  tell(notice: (fault: Fault) => void): void {
    const differing = new NotedLines();
    const { IB, UB, RES } = this.#has;
    for (const { moved, opening, closing, result, line } of this.#accounts.values()) {
      const isBalance = opening !== null || closing !== null;
      const expected = isBalance ? (closing ?? 0n) - (opening ?? 0n) : (result ?? 0n);
      if ((isBalance ? IB && UB : RES) && moved !== expected) differing.add(line);
    }
    if (differing.count > 0) notice(fault('sie-control', differing.first, { accounts: differing.count, lines: differing.lines }));
  }

  #of(account: string, line: number): Account {
    const known = this.#accounts.get(account) ?? { moved: 0n, opening: null, closing: null, result: null, line };
    this.#accounts.set(account, known);
    return known;
  }
}
