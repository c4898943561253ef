/** The Brotli quality that `malbild serve` compresses with: sizes that pages state are of that. */
export const SERVED_QUALITY = 5;
