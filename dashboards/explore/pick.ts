import { exploreTexts as t } from '#texts/explore.ts';

/** What is to be fetched: as it lies, and as a server that compresses sends it. */
export interface Size {
  bytes: number;
  packed: number;
}

const sumOf = (sizes: readonly Size[]): Size => ({
  bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
  packed: sizes.reduce((sum, { packed }) => sum + packed, 0),
});

/** Before the start: `Hämtar 84 kB: 80 kB program, en gång, och 4 kB siffror.` */
export function startWords(code: Size, data: readonly Size[]): string {
  const [figures, all] = [sumOf(data), sumOf([code, ...data])];
  return `${t.willFetch(t.size(all.packed), t.size(code.packed), t.size(figures.packed))} ${t.unpacked(t.size(all.bytes))}`;
}

/** Once the code is there: what one more metric brings. */
export const addWords = ({ bytes, packed }: Size): string => `${t.willAdd(t.size(packed))} ${t.unpacked(t.size(bytes))}`;
