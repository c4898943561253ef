import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { SERVED_QUALITY } from '../contract/served-quality.ts';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Below this a response costs more to compress than to send. */
const LEAST_BYTES = 1024;
const CACHE_BYTES = 32 * 1024 * 1024;

const compressors: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>>> = {
  br: bytes =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: SERVED_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: bytes => promisify(gzip)(bytes),
};

/** The best encoding that `Accept-Encoding` allows; null for the bytes as they are. */
export function chooseEncoding(accepted: string | undefined): Encoding | null {
  const weights = new Map(
    (accepted ?? '').split(',').map(item => {
      const [name = '', ...parameters] = item.split(';').map(part => part.trim().toLowerCase());
      const weight = parameters.find(parameter => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  return ENCODINGS.find(encoding => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0) ?? null;
}

export const isWorthEncoding = (size: number): boolean => size >= LEAST_BYTES;

/** Compresses bytes, and keeps the latest results in memory by the bytes' own name. */
export function createEncoder(limit: number = CACHE_BYTES): (name: string, encoding: Encoding, bytes: Uint8Array) => Promise<Buffer> {
  const kept = new Map<string, Buffer>();
  let total = 0;
  return async (name, encoding, bytes) => {
    const key = `${encoding} ${name}`;
    const known = kept.get(key);
    const encoded = known ?? (await compressors[encoding](bytes));
    if (kept.delete(key)) total -= encoded.length;
    kept.set(key, encoded);
    total += encoded.length;
    for (const [oldest, { length }] of kept) {
      if (total <= limit) break;
      kept.delete(oldest);
      total -= length;
    }
    return encoded;
  };
}
