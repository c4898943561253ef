import type { Role } from './choose-hidden.ts';
import type { DistinctSum } from './distinct-sums.ts';
import type { Rest } from './rest.ts';

/** What is hidden of the sums that are decided. */
export interface DecidedChoice {
  rest: Rest;
  /** By the number of what is decided. */
  isHidden(i: number): boolean;
}

/**
 * Chooses with what readers have seen as known, so that nothing that is hidden follows from that and what is shown now. Where what was seen tells a secret by
 * itself, that cannot be taken back; but it is not said once more. Then what is shown now is chosen as if nothing had been seen, of what may be shown beside
 * it, and looked at with it again, until neither hides more: one who reads today's edition alone is told no secret, and one who has read them all nothing
 * that the earlier ones did not tell.
 * `choose`: with a role for each; null is not decided, and shown where it follows.
 */
export function chooseBesideSeen(
  decided: readonly Pick<DistinctSum, 'role' | 'isSeen'>[],
  choose: (roleOf: (i: number) => Role | null) => DecidedChoice,
): DecidedChoice {
  const beside = choose(i => (decided[i]!.isSeen ? 'known' : decided[i]!.role));
  if (!decided.some(({ isSeen, role }, i) => isSeen && (role === 'secret' || beside.isHidden(i)))) return beside;
  /** What may not be shown beside what was seen; and what is hidden for today's readers, which those of before may not be told either. */
  const [isOut, isHidden] = [new Set<number>(), new Set<number>()];
  const add = (to: Set<number>, isMore: (i: number) => boolean): boolean => {
    const more = decided.flatMap(({ role }, i) => (role === 'candidate' && !isOut.has(i) && !isHidden.has(i) && isMore(i) ? [i] : []));
    for (const i of more) to.add(i);
    return more.length > 0;
  };
  add(isOut, i => !decided[i]!.isSeen && beside.isHidden(i));
  for (;;) {
    const alone = choose(i => (isOut.has(i) || isHidden.has(i) ? null : decided[i]!.role));
    add(isHidden, i => alone.isHidden(i));
    const again = choose(i => {
      if (decided[i]!.isSeen) return 'known';
      if (isHidden.has(i)) return 'secret';
      return isOut.has(i) ? null : decided[i]!.role;
    });
    if (!add(isOut, i => !decided[i]!.isSeen && again.isHidden(i))) return alone;
  }
}
