/**
 * Compressed copies of a tree's file lie beside it under its name and these endings, outside the edition's id and manifest: web servers send
 * them as they are. The names are those of `Accept-Encoding`, the best first.
 */
export const PACKED = { br: '.br', gzip: '.gz' } as const;
export type Packing = keyof typeof PACKED;
export const PACKINGS: readonly Packing[] = ['br', 'gzip'];

/** Below this a response costs more to compress than to send. */
const LEAST_BYTES = 1024;
/** Text and Arrow get smaller when compressed; images, fonts, Parquet, PDF and workbooks already are. */
const SHRINKS = /\.(html|css|js|json|csv|txt|svg|xml|rdf|ttl|atom|arrow)$/;

/** Whether a file of a tree, of so many bytes, has compressed copies. */
export const isPacked = (path: string, bytes: number): boolean => bytes >= LEAST_BYTES && SHRINKS.test(path);
