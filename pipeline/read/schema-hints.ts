import * as z from 'zod';

/** What the JSON Schema of a value says beyond what zod can tell of it: a check written in code has no schema. */
export interface Hint {
  description?: string;
  pattern?: string;
  type?: string;
  minimum?: number;
  maximum?: number;
  /** Names that editors offer; others are no error there. */
  examples?: readonly string[];
  /** Of a map: what each of its keys means. */
  keys?: Readonly<Record<string, string>>;
  /** Of a map: sets of keys of which exactly one is there. */
  oneOf?: readonly { required: readonly string[] }[];
  properties?: Readonly<Record<string, unknown>>;
  required?: readonly string[];
  additionalProperties?: boolean;
}

/** Only `jsonSchemas` reads them: they change nothing of what is accepted. */
export const hints = z.registry<Hint>();
