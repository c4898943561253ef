import { createHash } from 'node:crypto';

/** The SHA-256, in hex, of anything that JSON can say. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
