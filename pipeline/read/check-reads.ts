import { problemAt } from '../messages/problems.ts';
import type { Mention } from '../warehouse/parse-sql.ts';
import type { Problem } from '../words/problem.ts';
import { nameProblem, type Declared } from './names.ts';

const ALLOWED = {
  staging: 'staging reads raw.<source>',
  marts: 'marts read staging.* and marts.*',
  metrics: 'metrics read marts.*',
  checks: 'checks read raw.*, staging.* and marts.*',
};
const LAYERS: Readonly<Record<keyof typeof ALLOWED, readonly ('raw' | 'staging' | 'marts')[]>> = {
  staging: ['raw'],
  marts: ['staging', 'marts'],
  metrics: ['marts'],
  checks: ['raw', 'staging', 'marts'],
};

/** The relations that a file of a layer reads, as they are declared. Null, with the problems, where it may not or cannot read one. */
export function checkReads(
  reader: keyof typeof ALLOWED,
  file: string,
  mentions: readonly Mention[],
  relations: Declared,
  problems: Problem[],
): readonly string[] | null {
  const before = problems.length;
  const readable = relations.known.filter(id => LAYERS[reader].some(layer => id.startsWith(`${layer}.`)));
  for (const { name, line, column } of mentions) {
    const id = canonical(name, relations.known);
    if (relations.known.includes(id) && !readable.includes(id))
      problems.push({ ...problemAt(file, line, 'wrong-layer', id, ALLOWED[reader]), column });
    else {
      const problem = nameProblem('relation', id, { known: readable, live: relations.live });
      if (problem) problems.push({ file, line, column, ...problem });
    }
  }
  return problems.length === before ? [...new Set(mentions.map(({ name }) => canonical(name, relations.known)))] : null;
}

/** Names in SQL are the same in any case. */
export const canonical = (name: string, known: readonly string[]): string =>
  known.find(id => id.toLowerCase() === name.toLowerCase()) ?? name;
