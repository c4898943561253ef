import type { SieFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { AccountControl } from './account-control.ts';
import { isAtLevel, LevelCheck } from './level-check.ts';
import { BALANCE_TAGS, balanceOf, periodPostOf, TAGS } from './post.ts';
import type { SiePost } from './post.ts';
import { siePosts } from './sie-posts.ts';

/** Tells the sink the balances, movements or budget of one kind; posts of another level than the declared are ignored. */
export async function tellBalances(
  file: string,
  { records, level, encoding }: SieFormat,
  cells: (post: SiePost) => Cell[],
  sink: RecordSink,
): Promise<void> {
  const ofPeriods = records === 'period-balances' || records === 'period-budget';
  const levels = ofPeriods ? new LevelCheck(level!) : null;
  const control = records === 'period-balances' && (level === 'total' || level === 'parts') ? new AccountControl() : null;
  let chosen = 0;
  let passedOver = 0;
  for await (const { kind, line, tag, fields } of siePosts(file, encoding, [...TAGS[records], ...BALANCE_TAGS], sink)) {
    if (kind === 'close') continue;
    if (!TAGS[records].includes(tag)) {
      control?.addBalance(line, balanceOf(fields, false));
      continue;
    }
    const post = ofPeriods ? periodPostOf(fields) : balanceOf(fields, records === 'object-balances');
    if (post === null) {
      sink.misfit(line, '');
      continue;
    }
    levels?.add(line, post);
    if (level !== null && !isAtLevel(post, level)) {
      sink.ignored(1);
      passedOver++;
      continue;
    }
    if (post.year === '0') control?.addMovement(line, post);
    sink.record(line, cells(post));
    chosen++;
  }
  if (chosen === 0 && passedOver > 0) throw new BrokenExtract(fault('sie-none-at-level', null, { level: level! }));
  levels?.conclude(sink.notice);
  control?.tell(sink.notice);
}
