import * as z from 'zod/mini';
import type { ExploreMetric } from './explore.ts';
import type { Desired } from './status.ts';

// Without generated code, for the pages' Content-Security-Policy.
z.config({ jitless: true });

const DESIRED = ['higher', 'lower', 'target', 'none'] as const satisfies readonly Desired[];

const metric = z.strictObject({
  metric: z.string(),
  name: z.string(),
  question: z.string(),
  unit: z.string(),
  unit_id: z.string(),
  decimals: z.number(),
  desired: z.enum(DESIRED),
  example: z.boolean(),
  sources: z.array(z.string()),
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      whole: z.string(),
      members: z.array(z.tuple([z.string(), z.string(), z.nullable(z.string())])),
    }),
  ),
});

/** What an Arrow file says of itself, from its metadata. Throws where it is not ours. */
export const decodeExplore = (text: string): ExploreMetric => metric.parse(JSON.parse(text));
