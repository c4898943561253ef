import { problemText, type ProblemText } from '../messages/problems.ts';
import type { Derivation, OverTime } from '../words/metric.ts';

type Part = Extract<Derivation, { type: 'metric' }>;

const NUMBER = /\d+(?:\.\d+)?/uy;
const WORD = /metric(?![\p{L}\p{N}_.-])/uy;
/** Ids hold hyphens, so they are only read inside `metric(…)`, where nothing is subtracted. */
const NAME = /[\p{L}\p{N}][\p{L}\p{N}_.-]*/uy;
const DEEPEST = 40;

/** Stops the parsing; it never leaves this file. */
class Stop extends Error {
  readonly problem: ProblemText;
  constructor(problem: ProblemText) {
    super(problem.found);
    this.problem = problem;
  }
}

/**
 * Parses a derived metric's expression: `metric(a)`, `metric(a, over_time: mean)`, `metric(a, organisation: all)`, numbers,
 * `+ - * /` and parentheses. A member written `all` is `*`. For anything else, the problem with its character, from 1.
 */
export function parseDerivation(text: string): { ok: true; expression: Derivation } | { ok: false; problem: ProblemText } {
  try {
    const parser = new Parser(text);
    const expression = parser.sum(0);
    parser.end();
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  sum(depth: number): Derivation {
    let left = this.#product(depth);
    for (let operator = this.#take(/[+-]/y); operator; operator = this.#take(/[+-]/y))
      left = { type: 'operation', operator: operator as '+' | '-', left, right: this.#product(depth) };
    return left;
  }

  end(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#stop('an operator (+ - * /) or the end');
  }

  #product(depth: number): Derivation {
    let left = this.#term(depth);
    for (let operator = this.#take(/[*/]/y); operator; operator = this.#take(/[*/]/y))
      left = { type: 'operation', operator: operator as '*' | '/', left, right: this.#term(depth) };
    return left;
  }

  #term(depth: number): Derivation {
    if (depth > DEEPEST) this.#stop('fewer parentheses inside each other');
    if (this.#take(/\(/y)) {
      const inside = this.sum(depth + 1);
      this.#expect(/\)/y, '`)`');
      return inside;
    }
    const number = this.#take(NUMBER);
    if (number !== null) return { type: 'number', value: Number(number) };
    if (this.#take(WORD)) return this.#part();
    return this.#stop('a number, metric(<id>) or `(`');
  }

  #part(): Part {
    this.#expect(/\(/y, '`(`');
    const id = this.#expect(NAME, 'a metric’s id');
    const choices = new Map<string, string>();
    while (this.#take(/,/y)) {
      const key = this.#expect(NAME, '`over_time` or a dimension');
      if (choices.has(key)) this.#stop(`\`${key}\` once`);
      this.#expect(/:/y, '`:`');
      choices.set(
        key,
        key === 'over_time' ? this.#expect(/(?:sum|last|mean)\b/y, '`sum`, `last` or `mean`') : this.#expect(NAME, 'a member, or `all`'),
      );
    }
    this.#expect(/\)/y, '`,` or `)`');
    const over_time = (choices.get('over_time') as OverTime | undefined) ?? null;
    choices.delete('over_time');
    return {
      type: 'metric',
      id,
      over_time,
      members: Object.fromEntries([...choices].map(([key, member]) => [key, member === 'all' ? '*' : member])),
    };
  }

  #take(what: RegExp): string | null {
    this.#skipSpace();
    what.lastIndex = this.#at;
    const found = what.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  #expect(what: RegExp, expected: string): string {
    return this.#take(what) ?? this.#stop(expected);
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #stop(expected: string): never {
    this.#skipSpace();
    const found = /\S[\p{L}\p{N}]*/uy;
    found.lastIndex = this.#at;
    const next = found.exec(this.#text)?.[0];
    throw new Stop(problemText('derivation-syntax', next === undefined ? 'the end' : `\`${next}\``, this.#at + 1, expected));
  }
}
