import type { AudienceName } from '../words/project.ts';
import type { Loaded } from '../words/stages.ts';
import type { ExplainedPart, ExplainedReject } from './explanation.ts';

/**
 * The rejected rows of the extracts that a figure rests on. Nothing of a rejected row is loaded, so nobody knows whose it was: each could have
 * counted. Publicly they are counted by rule.
 */
export function rejectsBehind(parts: readonly ExplainedPart[], { rejects }: Loaded, audience: AudienceName): ExplainedReject[] {
  const extracts = new Map(parts.flatMap(part => part.extracts.map(extract => [`${extract.source} ${extract.sha256}`, extract.name])));
  const found = rejects.flatMap(({ source, sha256, line, column, rule }): ExplainedReject[] => {
    const name = extracts.get(`${source} ${sha256}`);
    return name === undefined ? [] : [{ source, rule, count: 1, name, line, column }];
  });
  if (audience === 'internal') return found;
  const byRule = new Map<string, ExplainedReject>();
  for (const { source, rule } of found) {
    const key = `${source} ${rule}`;
    byRule.set(key, { source, rule, count: (byRule.get(key)?.count ?? 0) + 1, name: null, line: null, column: null });
  }
  return [...byRule.values()];
}
