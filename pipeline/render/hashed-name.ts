import { createHash } from 'node:crypto';

/** A name that changes with its content: `data/pages/sick-leave-3f9a1c….json`. */
export const hashedName = (stem: string, bytes: Uint8Array, extension: string): string =>
  `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
