import { ProjectError } from '../../pipeline/read/project-error.ts';
import { findingText } from '../../pipeline/messages/findings.ts';
import { formatProblem } from '../../pipeline/messages/problems.ts';
import type { RunResult } from '../../pipeline/words/run.ts';

/** A run as a person would read it: how it ended, and every problem and finding with its file and line. */
export function describeRun(result: RunResult | Error): string {
  if (result instanceof ProjectError) return lines(['failed', ...result.problems.map(formatProblem)]);
  if (result instanceof Error) return lines(['failed', result.message]);
  const { outcome, problems, findings, counts } = result;
  const counted = counts && [
    `${counts.records} records = ${counts.loaded} loaded + ${counts.rejected} rejected + ${counts.ignored} ignored`,
    `${counts.metrics} metrics, ${counts.observations} observations, ${counts.goals} goals`,
  ];
  const found = findings.map(f => `${f.severity} ${f.code}${f.file ? ` ${f.file}${f.line ? `:${f.line}` : ''}` : ''}: ${findingText(f)}`);
  return lines([outcome, ...(counted ?? []), ...problems.map(formatProblem), ...found]);
}

const lines = (list: readonly string[]): string => list.map(line => `${line}\n`).join('');
