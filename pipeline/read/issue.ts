import type { ProblemText } from '../messages/problems.ts';
import type { Path } from './read-yaml.ts';

/** A problem of the catalogue as a zod check reports it, at a path below the value it checks. */
export const issue = (problem: ProblemText, path: Path = []) => ({ code: 'custom' as const, path: [...path], params: { problem } });
