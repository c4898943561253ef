import { digestOf } from '../words/digest.ts';
import type { SqlFile } from '../words/project.ts';
import type { LoadedSource } from '../words/stages.ts';

/** What a source's raw table holds: its declaration, and the deliveries that it is made of, in the order they are in force. */
export const sourceKey = ({ declaration, deliveries, broken }: LoadedSource): string =>
  digestOf([declaration, broken, deliveries.map(({ name, received, sequence, sha256 }) => [name, received, sequence, sha256])]);

/** What a relation holds: its SQL, and what it reads. `keys` has the relations before it. */
export const relationKey = ({ id, text, reads }: SqlFile, keys: ReadonlyMap<string, string>): string =>
  digestOf([id, text, reads.map(read => [read, keys.get(read) ?? null])]);
