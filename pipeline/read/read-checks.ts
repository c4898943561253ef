import { problemText } from '../messages/problems.ts';
import { resultColumns } from '../warehouse/empty-relations.ts';
import type { Check } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import { bound } from './bound.ts';
import { checkReads } from './check-reads.ts';
import { decode } from './decode.ts';
import type { ProjectText } from './find-files.ts';
import { issue } from './issue.ts';
import { nameProblem, takeOutDuplicates, type Declared } from './names.ts';
import { openHeader } from './open-header.ts';
import { readQuery, type SqlReader } from './read-query.ts';
import type { Relations } from './read-relations.ts';
import { distinct, id, localText, oneOf, strict } from './values.ts';
import { checkKeys } from '../messages/keys/metric-keys.ts';
import { hints } from './schema-hints.ts';

/** A check's header. */
export const checkSchema = strict({
  id,
  message: localText,
  severity: oneOf(['warn', 'hold-metric', 'hold-edition']),
  holds: distinct(id).optional(),
})
  .register(hints, { keys: checkKeys })
  .superRefine((it, ctx) => {
    if (it.severity === 'hold-metric' && !it.holds?.length)
      ctx.addIssue(issue(problemText('needs-key', 'holds', '`hold-metric` holds metrics'), it.holds ? ['holds'] : []));
    if (it.severity !== 'hold-metric' && it.holds)
      ctx.addIssue(issue(problemText('not-with', 'holds', 'only `hold-metric` holds metrics'), ['holds']));
  });

/**
 * Every check that can be run, in path order. A metric that a check holds and that does not exist is a problem; the check
 * still holds the others.
 */
export async function readChecks(
  files: readonly ProjectText[],
  relations: Relations,
  metrics: Declared,
  reader: SqlReader,
  problems: Problem[],
): Promise<Check[]> {
  const opened = files.filter(file => file.kind === 'checks').map(file => openHeader(file, 'id, message and severity', problems));
  const doubles = takeOutDuplicates(opened, problems);
  const checks: Check[] = [];
  for (const { document, body, file } of opened) {
    if (!document) continue;
    const before = problems.length;
    const header = decode(document, checkSchema, problems);
    const query = await readQuery(reader, file, body, problems);
    const reads = query && checkReads('checks', file, query.relations, relations, problems);
    if (reads && problems.length === before) await bound(file, problems, () => resultColumns(reader.warehouse, body));
    const sound = problems.length === before && !doubles.has(file);
    header?.holds?.forEach((metric, i) => {
      const problem = nameProblem('metric', metric, metrics);
      if (problem) problems.push({ file, line: document.lineAt(['holds', i]), ...problem });
    });
    if (!header || !reads || !sound) continue;
    const holds = (header.holds ?? []).filter(metric => metrics.live.has(metric));
    checks.push({ id: header.id, message: header.message, severity: header.severity, holds, query: body, reads, file });
  }
  return checks;
}
