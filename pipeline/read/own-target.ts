import type * as z from 'zod';
import { problemText } from '../messages/problems.ts';
import type { OwnTarget } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import type { Dimension } from '../words/project.ts';
import { checkIndicator } from './check-indicator.ts';
import { timeProblems } from './check-plan-items.ts';
import { issue } from './issue.ts';
import type { KnownNames } from './known-names.ts';
import { declareIndicator } from './plan-defaults.ts';
import { indicatorFields } from './plan-schema.ts';
import type { Metrics } from './read-metrics.ts';
import type { YamlDocument } from './read-yaml.ts';
import { day, grain, strict, text } from './values.ts';
import { decidedKeys, ownTargetKeys } from '../messages/keys/metric-keys.ts';
import { hints } from './schema-hints.ts';

/** A target that a metric's header sets, outside any plan: a plan's indicator, and who decided it. */
export const ownTargetSchema = (known: KnownNames) => {
  const { target, by, members, lag, max_age, every } = indicatorFields(known);
  return strict({
    target,
    measures: grain,
    by,
    members,
    lag,
    max_age,
    every,
    decided: strict({ by: text, date: day }).register(hints, { keys: decidedKeys }),
  })
    .register(hints, { keys: ownTargetKeys })
    .superRefine((it, ctx) => {
      if (it.target.type === 'milestone')
        ctx.addIssue(issue(problemText('not-with', 'milestone', 'a milestone has no metric; it stands in a plan'), ['target']));
      if (it.target.type === 'none')
        ctx.addIssue(issue(problemText('not-with', 'none', 'a target of its own is one; leave out `own_target`'), ['target']));
      for (const [key, problem] of timeProblems(it)) ctx.addIssue(issue(problem, [key]));
    });
};
type OwnTargetAsWritten = z.infer<ReturnType<typeof ownTargetSchema>>;

export const declareOwnTarget = (metric: string, { decided, ...it }: OwnTargetAsWritten): OwnTarget => ({
  indicator: declareIndicator({ id: metric, metric, ...it }),
  decided,
});

/** What an own target asks of its metric, or of another, and does not get. */
export function checkOwnTarget(
  header: { id: string; own_target?: OwnTargetAsWritten | undefined },
  document: YamlDocument,
  metrics: Metrics,
  dimensions: readonly Dimension[],
): Problem[] {
  if (header.own_target === undefined || !metrics.live.has(header.id)) return [];
  return checkIndicator({ id: header.id, metric: header.id, ...header.own_target }, metrics, dimensions).map(([key, problem]) => ({
    file: document.file,
    line: document.lineAt(['own_target', key]),
    ...problem,
  }));
}
