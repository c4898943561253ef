import { compareBytes } from './compare-bytes.ts';
import type { Delivery } from './delivery.ts';

/** The order deliveries of one source count in, whatever order they were found or loaded in: (received, sequence, name, sha256). */
export const inForceOrder = (a: Delivery, b: Delivery): number =>
  compareBytes(a.received, b.received) || a.sequence - b.sequence || compareBytes(a.name, b.name) || compareBytes(a.sha256, b.sha256);
