import { problemText } from '../../../messages/problems.ts';
import { ENCODINGS, PLAIN } from '../../../words/format.ts';
import type { Format } from '../../../words/format.ts';
import { SIE_RECORDS } from '../../../words/sie.ts';
import type { SieLevel } from '../../../words/sie.ts';
import { issue } from '../../issue.ts';
import { matching, oneOf, strict } from '../../values.ts';

const LEVEL = '`total`, `parts` or a dimension, as `dim.1`';

export const sie = strict({
  type: oneOf(['sie']),
  records: oneOf(SIE_RECORDS),
  level: matching(LEVEL, /^(total|parts|dim\.\d+)$/).optional(),
  encoding: oneOf(ENCODINGS).optional(),
})
  .superRefine(({ records, level }, ctx) => {
    const report = (...args: Parameters<typeof issue>) => ctx.addIssue(issue(...args));
    const hasLevels = records !== 'transactions' && records !== 'year-balances';
    if (hasLevels && level === undefined)
      report(problemText('needs-key', 'level', `files give ${records} for accounts and for objects, and both are never added: ${LEVEL}`), [
        'records',
      ]);
    if (!hasLevels && level !== undefined) report(problemText('not-with', 'level', `${records} have one level`), ['level']);
    if (records === 'object-balances' && level === 'total')
      report(problemText('wrong-value', 'total', '`parts` or a dimension, as `dim.1`: object-balances have no totals'), ['level']);
  })
  .transform((it): Format => ({
    type: 'sie',
    records: it.records,
    level: (it.level as SieLevel | undefined) ?? null,
    encoding: it.encoding ?? 'cp437',
    notation: PLAIN,
  }));
