/** How many lines a finding names. */
const NAMED = 10;

/** Lines that one finding is about: it stands at the first, and names some. */
export class NotedLines {
  #lines: number[] = [];
  count = 0;

  add(line: number): void {
    this.count++;
    if (this.#lines.length < NAMED) this.#lines.push(line);
  }

  get first(): number | null {
    return this.#lines[0] ?? null;
  }

  /** `3, 7, 12`, and `…` where there are more. */
  get lines(): string {
    return this.#lines.join(', ') + (this.count > NAMED ? ' …' : '');
  }
}
