import { fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import { amountOf } from './amount.ts';
import { NotedLines } from './noted-lines.ts';
import type { SiePost, Voucher } from './post.ts';

const isSame = (a: SiePost, b: SiePost): boolean =>
  a.account === b.account &&
  amountOf(a.amount) === amountOf(b.amount) &&
  a.objects.size === b.objects.size &&
  [...a.objects].every(([dimension, object]) => b.objects.get(dimension) === object);

/**
 * Sums vouchers' transactions, which must be nought (11, #TRANS 4), and looks for the same `#TRANS` after each added one
 * (11, #RTRANS 4): programs give it another date and signature, so account, objects and amount are what is compared. A
 * voucher with a transaction that could not be read is not summed: that one is rejected already.
 */
export class VoucherBalance {
  #unbalanced = new NotedLines();
  #alone = new NotedLines();
  #sum: bigint | null = 0n;
  #added: { line: number; post: SiePost } | null = null;

  add(line: number, post: SiePost): void {
    if (this.#added !== null && !(post.tag === 'TRANS' && isSame(post, this.#added.post))) this.#alone.add(this.#added.line);
    this.#added = post.tag === 'RTRANS' ? { line, post } : null;
    if (post.tag !== 'TRANS') return;
    const amount = amountOf(post.amount);
    this.#sum = amount === null || this.#sum === null ? null : this.#sum + amount;
  }

  addUnreadable(): void {
    this.#sum = null;
  }

  close({ line }: Voucher): void {
    if (this.#added !== null) this.#alone.add(this.#added.line);
    if (this.#sum !== null && this.#sum !== 0n) this.#unbalanced.add(line);
    this.#sum = 0n;
    this.#added = null;
  }

  tell(notice: (fault: Fault) => void): void {
    const [unbalanced, alone] = [this.#unbalanced, this.#alone];
    if (unbalanced.count > 0) notice(fault('sie-unbalanced', unbalanced.first, { vouchers: unbalanced.count, lines: unbalanced.lines }));
    if (alone.count > 0) notice(fault('sie-added', alone.first, { posts: alone.count, lines: alone.lines }));
  }
}
