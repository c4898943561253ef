/** How much an archive may unpack to: what holds more was made to fill a disk, or is no table. */
export interface Limits {
  /** Of one file, unpacked. */
  bytes: number;
  /** Unpacked by packed, for a file of more than `ratioFrom` bytes unpacked. */
  ratio: number;
  ratioFrom: number;
  /** Files and folders in an archive. */
  entries: number;
}

export const LIMITS: Limits = { bytes: 2 * 1024 ** 3, ratio: 250, ratioFrom: 100 * 1024 ** 2, entries: 10_000 };

/** True where a file's sizes, packed and unpacked, are beyond what is unpacked. */
export const tooLarge = (packed: number, unpacked: number, limits: Limits): boolean =>
  unpacked > limits.bytes || (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio);
