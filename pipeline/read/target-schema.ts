import { problemText, type ProblemText } from '../messages/problems.ts';
import type { Limit, Target } from '../words/plan.ts';
import { issue } from './issue.ts';
import { list, metricName, nameOf, number, oneOf, strict, whole } from './values.ts';
import * as z from 'zod';
import { targetKeys } from '../messages/keys/plan-keys.ts';
import { hints } from './schema-hints.ts';

const FORMS = ['at_most', 'at_least', 'between', 'better_than_group'] as const;
const ALLOWED =
  '{ at_most: 7.5, partly: 8.0 }, { at_least: … }, { between: [98, 101], partly: [96, 102] }, { better_than_group: …, than: median, min_n: 5 }, better_than_last_year, milestone or none';

const limit = z.union(
  [
    number('a number').transform((value): Limit => ({ type: 'number', value })),
    metricName.transform((id): Limit => ({ type: 'metric', id })),
  ],
  { error: 'a number, or metric(<id>)' },
);
const pair = list(number('a number'))
  .refine(values => values.length === 2 && values[0]! <= values[1]!, { error: 'two numbers, the lower first, as [98, 101]', abort: true })
  .transform(([low, high]) => [low!, high!] as const);

const comparison = (groups: readonly string[] | null) =>
  strict({
    at_most: limit.optional(),
    at_least: limit.optional(),
    between: pair.optional(),
    better_than_group: nameOf('group', groups).optional(),
    than: oneOf(['median', 'mean']).optional(),
    min_n: whole(1).optional(),
    partly: z.union([number('a number'), pair], { error: 'a number, or two for `between`' }).optional(),
  }).register(hints, { keys: targetKeys, oneOf: FORMS.map(form => ({ required: [form] })) });
type Comparison = z.infer<ReturnType<typeof comparison>>;

/** An indicator's target. */
export const targetSchema = (groups: readonly string[] | null): z.ZodType<Target> =>
  z.union(
    [
      oneOf(['better_than_last_year', 'milestone', 'none']).transform((word): Target => ({
        type: word === 'better_than_last_year' ? 'better-than-last-year' : word,
      })),
      comparison(groups)
        .superRefine((it, ctx) => {
          for (const [key, problem] of problemsOf(it)) ctx.addIssue(issue(problem, key in it ? [key] : []));
        })
        .transform(toTarget),
    ],
    { error: ALLOWED },
  );

function problemsOf(it: Comparison): [key: string, problem: ProblemText][] {
  const forms = FORMS.filter(form => it[form] !== undefined);
  if (forms.length !== 1) return [[forms[0] ?? '', problemText('one-of', forms, FORMS)]];
  const found: [string, ProblemText][] = [];
  for (const key of ['than', 'min_n'] as const) {
    if (forms[0] === 'better_than_group' && it[key] === undefined)
      found.push([key, problemText('needs-key', key, 'a comparison says with what, and of how many at least')]);
    if (forms[0] !== 'better_than_group' && it[key] !== undefined)
      found.push([key, problemText('not-with', key, 'it goes with `better_than_group`')]);
  }
  if (it.partly !== undefined) found.push(...partlyProblems(it));
  return found;
}

/** `partly` lies on the side where the target is not reached. */
function partlyProblems(it: Comparison): [string, ProblemText][] {
  const { partly } = it;
  const wrong = (allowed: string): [string, ProblemText][] => [
    ['partly', problemText('partly-side', Array.isArray(partly) ? `[${partly.join(', ')}]` : String(partly), allowed)],
  ];
  if (it.better_than_group !== undefined) return [['partly', problemText('not-with', 'partly', 'a comparison is better or not')]];
  if (it.between !== undefined) {
    const [low, high] = it.between;
    return Array.isArray(partly) && partly[0]! <= low && partly[1]! >= high ? [] : wrong(`two numbers around ${low} and ${high}`);
  }
  const limit = (it.at_most ?? it.at_least)!;
  if (typeof partly !== 'number') return wrong('one number');
  if (limit.type === 'metric') return [];
  if (it.at_most) return partly > limit.value ? [] : wrong(`above ${limit.value}, which is the most`);
  return partly < limit.value ? [] : wrong(`below ${limit.value}, which is the least`);
}

function toTarget(it: Comparison): Target {
  if (it.better_than_group !== undefined)
    return { type: 'better-than-group', group: it.better_than_group, than: it.than!, min_n: it.min_n! };
  if (it.between)
    return {
      type: 'between',
      low: it.between[0],
      high: it.between[1],
      partly: (it.partly as readonly [number, number] | undefined) ?? null,
    };
  const partly = (it.partly as number | undefined) ?? null;
  return it.at_most ? { type: 'at-most', limit: it.at_most, partly } : { type: 'at-least', limit: it.at_least!, partly };
}
