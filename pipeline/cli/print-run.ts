import type { Finding } from '../words/finding.ts';
import type { Problem } from '../words/problem.ts';
import type { RunCounts, RunResult } from '../words/run.ts';
import { findingText } from '../messages/findings.ts';
import { formatProblem } from '../messages/problems.ts';
import { ExpectedError } from '../words/expected-error.ts';

/** `file:line: what was found; what is allowed`, a line each; `kind` stands before what was found. */
export const printProblems = (problems: readonly Problem[], kind = ''): string =>
  problems.map(problem => `${formatProblem({ ...problem, found: `${kind}${problem.found}` })}\n`).join('');

/** The problems that an error carries: `read` throws them when it can read no project at all. Null for any other error. */
export const problemsOf = (error: unknown): readonly Problem[] | null =>
  error instanceof ExpectedError && 'problems' in error && Array.isArray(error.problems) ? (error.problems as Problem[]) : null;

/** What a person wants to know of a run: what is wrong, what came of it, how much there was. */
export function printRun(result: RunResult): string {
  const { problems, findings, counts, seconds } = result;
  const wrong = `${plural(problems.length, 'problem')}, ${plural(findings.length, 'finding')}; ${seconds.toFixed(1)} s\n`;
  return [
    printProblems(problems),
    ...findings.map(finding => `${printFinding(finding)}\n`),
    `${outcome(result)}\n`,
    counts === null ? '' : printCounts(counts),
    wrong,
  ].join('');
}

const printCounts = (counts: RunCounts): string =>
  `${plural(counts.records, 'record')}: ${counts.loaded} loaded, ${counts.rejected} rejected, ${counts.ignored} ignored\n` +
  `${plural(counts.metrics, 'metric')}, ${plural(counts.observations, 'observation')}, ${plural(counts.goals, 'goal')}, ` +
  `${plural(counts.pages, 'page')}\n`;

function outcome({ outcome, edition, followUps }: RunResult): string {
  const built = followUps.length === 0 ? '' : `; built for follow-up ${followUps.join(', ')}`;
  if (outcome === 'published') return `published edition ${edition}${built}`;
  if (outcome === 'unchanged') return `nothing has changed since edition ${edition}${built}`;
  const stays = edition === null ? 'there is no earlier edition' : `readers see edition ${edition}`;
  return `${outcome === 'held' ? 'the edition is held by a finding' : 'the run failed'}: ${stays}${built}`;
}

/** `file:line: severity: what was found [code]`. */
export function printFinding(finding: Finding): string {
  const { code, severity, file, line } = finding;
  const where = file === null ? '' : line === null ? `${file}: ` : `${file}:${line}: `;
  return `${where}${severity}: ${findingText(finding)} [${code}]`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
