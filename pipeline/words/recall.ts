/**
 * What has been worked out before. Gives what `make` gave when it was last asked for this kind and key, else calls it now. The key says everything that
 * the answer rests on. What `make` throws is thrown on and not kept, nor is an answer that `mayKeep` refuses.
 */
export type Recall = <T>(kind: RecallKind, key: string, make: () => Promise<T>, mayKeep?: (answer: T) => boolean) => Promise<T>;
export type RecallKind = 'relation' | 'hierarchy' | 'check' | 'measured' | 'rederived' | 'hidden' | 'judged';
/** The same of what is worked out at once. */
export type RecallNow = <T>(kind: RecallKind, key: string, make: () => T) => T;

/** Works everything out anew. */
export const noRecall: Recall = (_kind, _key, make) => make();
export const noRecallNow: RecallNow = (_kind, _key, make) => make();
