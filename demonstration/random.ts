// Seeded chance. Only + - * / and 32-bit integers, so that every machine draws the same numbers.
export type Random = {
  next: () => number;
  between: (low: number, high: number) => number;
  whole: (low: number, high: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  happens: (probability: number) => boolean;
};

// Each file draws from a stream of its own: a change in one leaves the others as they were.
export function random(stream: string): Random {
  let state = seedOf(stream);
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x9e3779b1) >>> 0) / 0x100000000;
  };
  for (let i = 0; i < 20; i++) next();
  const between = (low: number, high: number) => low + (high - low) * next();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return { next, between, whole, pick: from => from[whole(0, from.length - 1)] ?? from[0], happens: probability => next() < probability };
}

function seedOf(text: string): number {
  let seed = 1481;
  for (const letter of text) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  return seed || 1;
}
