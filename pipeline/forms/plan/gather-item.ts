import { problemText, type ProblemText } from '../../messages/problems.ts';
import type { FilledRow } from './plan-cells.ts';
import type { Written } from './plan-as-written.ts';
import { gatherTarget } from './target-cells.ts';

/** A row's cells as its item stands in a plan's file, without what it stands under. */
export function gatherItem({ values }: FilledRow, report: (key: string, problem: ProblemText) => void): Written {
  const item: Record<string, unknown> = {};
  const target: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(values)) {
    const [outer, inner] = key.split('.') as [string, string | undefined];
    if (key === 'under') continue;
    if (key === 'members') item.members = membersIn(String(value), problem => report(key, problem));
    else if (key === 'coverage') item.coverage = `${value}%`;
    else if (outer === 'target') target[inner!] = value;
    else if (inner === undefined) item[key] = value;
    else item[outer] = { ...(item[outer] as object | undefined), [inner]: value };
  }
  // Words alone are no map.
  const { text, ...amount } = (item.benefit ?? {}) as Readonly<Record<string, unknown>>;
  if (text !== undefined && Object.keys(amount).length === 0) item.benefit = text;
  const gathered = gatherTarget(target, (column, problem) => report(`target.${column}`, problem));
  return gathered === undefined ? item : { ...item, target: gathered };
}

/** `sex=K; age=80-`, a member a dimension. */
function membersIn(text: string, report: (problem: ProblemText) => void): Record<string, string> {
  const pairs = text.split(';').map(pair => pair.split('=').map(part => part.trim()));
  if (pairs.some(pair => pair.length !== 2 || pair.includes('')) || new Set(pairs.map(([dimension]) => dimension)).size < pairs.length)
    report(problemText('wrong-value', `\`${text}\``, 'each dimension once with its member, as sex=K; age=80-'));
  return Object.fromEntries(pairs as [string, string][]);
}
