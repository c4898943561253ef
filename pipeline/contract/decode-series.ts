import * as z from 'zod/mini';
import { FLAGS, MARKS, REVISION_CAUSES } from './observation.ts';
import { GRAINS } from './period.ts';
import type { Grain, Window } from './period.ts';
import type { Flag, Mark } from './observation.ts';
import type { SeriesFile } from './series.ts';
import { POINT_TYPES, SPECIAL_CAUSES } from './signals.ts';

// Without generated code, for the pages' Content-Security-Policy.
z.config({ jitless: true });

const month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
const indexes = z.string().check(z.regex(/^(\d+(\|\d+)*)?$/));
const limit = z.nullable(z.number());

const grain = z.enum(GRAINS as unknown as [Grain, ...Grain[]]);
const window = z.string().check(z.regex(/^(period|ytd|rolling-\d+)$/)) as unknown as z.ZodMiniType<Window>;

const stretch = z.tuple([
  z.array(z.nullable(z.number())),
  z.nullable(z.enum(FLAGS as unknown as [Flag, ...Flag[]])),
  z.array(z.enum(MARKS as unknown as [Mark, ...Mark[]])),
]);

const run = z.tuple([grain, window, indexes, month, z.array(stretch), z.optional(z.literal(1))]);

const judged = z.strictObject({
  members: indexes,
  segments: z.array(z.tuple([month, month, z.number(), limit, limit, z.nullable(z.array(z.number())), z.nullable(z.string())])),
  signals: z.array(z.tuple([z.enum(SPECIAL_CAUSES), z.enum(POINT_TYPES), z.array(month)])),
  forecast: z.array(z.tuple([month, z.number(), limit, limit])),
});

const file = z.strictObject({
  metric: z.string(),
  node: z.string(),
  dimensions: z.array(z.string()),
  members: z.array(z.array(z.string())),
  names: z.record(z.string(), z.string()),
  runs: z.array(run),
  judged: z.array(judged),
  revised: z.array(z.tuple([grain, window, month, indexes, z.number(), z.string(), z.array(z.enum(REVISION_CAUSES))])),
  sentences: z.record(z.string(), z.string()),
});

/** A series file from parsed JSON. Throws a ZodError that names what does not fit. */
export const decodeSeries = (json: unknown): SeriesFile => file.parse(json) as unknown as SeriesFile;
