import { problemText } from '../../messages/problems.ts';
import type { SieFormat } from '../../words/format.ts';
import { dimensionKey, namesPeople, SIE_KEYS } from '../../words/sie.ts';
import type { issue } from '../issue.ts';

/** Checks that the columns of a SIE source are keys of its records, tell different posts apart, and name no people unsaid. */
export function checkSieColumns(
  { records, level }: SieFormat,
  columns: Readonly<Record<string, { personal?: unknown }>>,
  report: (...args: Parameters<typeof issue>) => void,
): void {
  const keys = SIE_KEYS[records];
  for (const [header, { personal }] of Object.entries(columns)) {
    const key = header.normalize('NFC');
    const dimension = dimensionKey(key)?.dimension;
    if (!keys.includes(key) && (dimension === undefined || records === 'year-balances'))
      report(problemText('unknown-name', `key of ${records}`, header, [...keys, ...(records === 'year-balances' ? [] : ['dim.1'])]), [
        'columns',
        header,
      ]);
    else if (dimension !== undefined && level !== null && level !== 'parts' && level !== `dim.${dimension}`)
      report(problemText('not-with', header, `posts of level \`${level}\` have no object there`), ['columns', header]);
    if (namesPeople(key) && personal === undefined)
      report(problemText('needs-key', 'personal', `\`${header}\` names people`), ['columns', header]);
  }
  const headers = Object.keys(columns).map(header => header.normalize('NFC'));
  if (!keys.includes('post')) return;
  if (!headers.includes('post'))
    report(problemText('needs-key', 'post', 'posts that must not be added up are told apart by it'), ['columns']);
  if (!['årsnr', 'år', 'från', 'till'].some(key => headers.includes(key)))
    report(problemText('needs-key', 'år', 'balances of different years are told apart by it'), ['columns']);
}
