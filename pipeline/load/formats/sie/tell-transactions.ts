import type { SieFormat } from '../../../words/format.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { AccountControl } from './account-control.ts';
import { BALANCE_TAGS, balanceOf, TAGS, transactionOf, voucherOf } from './post.ts';
import type { SiePost, Voucher } from './post.ts';
import { siePosts } from './sie-posts.ts';
import { VoucherBalance } from './voucher-balance.ts';

const READ = [...TAGS.transactions, '#VER', ...BALANCE_TAGS];

/**
 * Tells the sink the transactions of a file's vouchers. What was added to a voucher (#RTRANS) and removed from it (#BTRANS)
 * is ignored: the same #TRANS follows the added, and the removed is not there. (11, #RTRANS 4–5, #BTRANS 4.)
 */
export async function tellTransactions(file: string, format: SieFormat, cells: (post: SiePost) => Cell[], sink: RecordSink): Promise<void> {
  const balance = new VoucherBalance();
  const control = new AccountControl();
  let voucher: Voucher | null = null;
  for await (const at of siePosts(file, format.encoding, READ, sink)) {
    if (at.kind === 'close') {
      if (voucher !== null) balance.close(voucher);
      voucher = null;
    } else if (at.tag === '#VER') voucher = voucherOf(at.line, at.fields);
    else if (BALANCE_TAGS.includes(at.tag)) control.addBalance(at.line, balanceOf(at.fields, false));
    else {
      const post = voucher !== null && at.group === '#VER' ? transactionOf(at.fields, voucher) : null;
      if (post === null) {
        sink.misfit(at.line, '');
        if (voucher !== null) balance.addUnreadable();
        continue;
      }
      balance.add(at.line, post);
      if (post.tag !== 'TRANS') sink.ignored(1);
      else {
        control.addMovement(at.line, post);
        sink.record(at.line, cells(post));
      }
    }
  }
  balance.tell(sink.notice);
  control.tell(sink.notice);
}
