/**
 * Tells an empty batch from another document. Where a document has no record, its deepest elements on the record path are to
 * hold nothing: then the list is there, or the part that would hold it, and it is empty. The element that records stand in
 * may also have plain values beside them (a date of the batch). Anything else is what the path should have led through.
 */
export class NoRecords {
  readonly #parent: number;
  #deepest = 0;
  /** What the deepest elements hold that is not of the path; null where they hold nothing. */
  found: string | null = null;

  /** `depth` is the level of the record's element. */
  constructor(depth: number) {
    this.#parent = depth - 1;
  }

  /** An element on the record path. */
  onPath(level: number): void {
    if (level <= this.#deepest) return;
    this.#deepest = level;
    this.found = null;
  }

  /** An element that is no part of the path, in one of `level`; `plain` where nothing but text has been seen in it. */
  beside(level: number, name: string, plain: boolean): void {
    const mayStand = plain && level === this.#parent && level > 0;
    if (level === this.#deepest && !mayStand) this.found ??= name;
  }

  /** Text in an element on the path. */
  text(level: number, name: string, text: string): void {
    if (level === this.#deepest && text.trim() !== '') this.found ??= name;
  }
}
