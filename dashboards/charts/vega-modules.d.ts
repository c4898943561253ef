declare module 'vega-dataflow' {
  export interface Operator {
    value: unknown;
    set(value: unknown): void;
  }
  export interface Pulse {
    readonly NO_SOURCE: number;
    readonly NO_FIELDS: number;
    readonly REM: number;
    fork(flags: number): Pulse;
    visit(flags: number, visitor: (row: object) => void): void;
  }
  export interface ChangeSet {
    insert(rows: object[]): ChangeSet;
    remove(test: () => boolean): ChangeSet;
  }
  export const tupleid: (row: object) => number;
  export const changeset: () => ChangeSet;
  export class Dataflow {
    cleanThreshold: number;
    logger(logger: object): void;
    pulse(operator: Operator, changes: ChangeSet): void;
    update(operator: Operator, value: unknown): void;
    run(): void;
  }
  export class Transform {
    constructor(value: unknown);
    value: unknown;
    modified(modified: boolean): void;
  }
}
declare module 'vega-runtime' {
  import type { Operator } from 'vega-dataflow';
  export interface RuntimeContext {
    root: Operator;
    signals: Readonly<Record<string, Operator>>;
    data: Readonly<Record<string, { input: Operator }>>;
    parse(runtime: object): RuntimeContext;
  }
  export const context: (view: object, operators: object, functions: object, expressions?: object) => RuntimeContext;
}
declare module 'vega-scenegraph' {
  export class Scenegraph {
    readonly root: { items: object[]; source?: unknown };
  }
}
declare module '*/vega-encode/src/DataJoin.js';
declare module '*/vega-encode/src/Encode.js';
declare module '*/vega-encode/src/SortItems.js';
declare module '*/vega-transforms/src/Collect.js';
declare module '*/vega-transforms/src/Filter.js';
declare module '*/vega-transforms/src/Formula.js';
declare module '*/vega-transforms/src/Relay.js' {
  import type { Pulse } from 'vega-dataflow';
  export default class Relay {
    /** Copies by their rows' ids. */
    value: Record<number, object | null>;
    transform(parameters: object, pulse: Pulse): Pulse | undefined;
  }
}
declare module '*/vega-transforms/src/Sieve.js';
declare module '*/vega-view-transforms/src/Mark.js';
