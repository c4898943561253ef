import { createHmac } from 'node:crypto';

/**
 * A keyed digest (HMAC-SHA256, hexadecimal) in place of a personal text: equal where the text is equal, in every source,
 * as long as the key is the same. Nobody without the key can find a person by computing the digests of all personal
 * numbers. No digest is ever published, so figures do not depend on it.
 */
export function personalDigest(key: Uint8Array): (text: string) => string {
  const known = new Map<string, string>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const digest = createHmac('sha256', key).update(text).digest('hex');
    if (known.size < 100_000) known.set(text, digest);
    return digest;
  };
}
