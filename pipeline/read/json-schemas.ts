import * as z from 'zod';
import { planKeys } from '../messages/keys/plan-keys.ts';
import type { Project } from '../words/project.ts';
import { knownNames } from './known-names.ts';
import { metricSchema } from './metric-schema.ts';
import { municipalitySchema } from './municipality-schema.ts';
import { planSchemas, type PlanSchemas } from './plan-schema.ts';
import { checkSchema } from './read-checks.ts';
import { hints, type Hint } from './schema-hints.ts';
import { sourceSchema } from './source/source-schema.ts';
import { ALLOWED_TEXT } from './values.ts';

/** A JSON Schema, draft 7: what editors' YAML extensions read. */
export type JsonSchema = Readonly<Record<string, unknown>>;
/** The kinds of files, and of headers, that a project is declared in. */
export type SchemaName = 'malbild' | 'source' | 'plan' | 'metric' | 'check';

/**
 * The schemas that the files of a project are decoded with, as JSON Schema: keys, types, enumerations and patterns. What is checked in code is not
 * in them (what two keys say together, whether a name is declared): `malbild check` tells that. The names that the project declares are offered, where it
 * could be read.
 */
export function jsonSchemas(project: Pick<Project, 'municipality' | 'metrics'> | null): Readonly<Record<SchemaName, JsonSchema>> {
  const known = knownNames(project?.municipality ?? null);
  const metrics = project?.metrics.map(({ id }) => id) ?? [];
  const names = { metric: metrics, holds: metrics };
  return {
    malbild: schemaOf(municipalitySchema, names),
    source: schemaOf(sourceSchema('', typeof project?.municipality.as_of === 'string'), names),
    plan: planSchema(planSchemas(known), names),
    metric: schemaOf(metricSchema(known, metrics), names),
    check: schemaOf(checkSchema, names),
  };
}

type Names = Readonly<Record<string, readonly string[]>>;

function schemaOf(schema: z.ZodType, names: Names): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: hints, target: 'draft-07' });
  return tell(json, {}, names) as JsonSchema;
}

/** A file that amends another is a revision; any other is a whole plan. */
function planSchema({ whole, revision, changes }: PlanSchemas, names: Names): JsonSchema {
  const change = z.record(z.string(), z.union([changes.goal, changes.indicator, changes.activity, changes.assignment]));
  const { anyOf, ...rest } = schemaOf(
    z.union([whole, revision.safeExtend({ change: change.optional() }).register(hints, { keys: planKeys })]),
    names,
  );
  const [wholeJson, revisionJson] = anyOf as [JsonSchema, JsonSchema];
  return { ...rest, type: 'object', if: { type: 'object', required: ['amends'] }, then: revisionJson, else: wholeJson };
}

/** Takes each map's hint of what its keys mean into the keys' own descriptions, also through the alternatives of a union. */
function tell(node: unknown, keys: NonNullable<Hint['keys']>, names: Names): unknown {
  if (Array.isArray(node)) return node.map(each => tell(each, {}, names));
  if (node === null || typeof node !== 'object') return node;
  const { keys: own = keys, ...rest } = node as Record<string, unknown> & { keys?: Hint['keys'] };
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      if (key === 'properties') return [key, describe(value as Record<string, JsonSchema>, own, names)];
      if (key === 'anyOf' || key === 'oneOf') return [key, (value as unknown[]).map(each => tell(each, own, names))];
      return [key, key === 'examples' || key === 'enum' ? value : tell(value, {}, names)];
    }),
  );
}

const describe = (properties: Record<string, JsonSchema>, keys: NonNullable<Hint['keys']>, names: Names): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const told = tell(schema, {}, names) as { description?: string };
      const allowed = told.description === undefined || told.description === ALLOWED_TEXT ? '' : ` Allowed: ${told.description}.`;
      const offered = key in keys && names[key] ? { examples: names[key] } : {};
      return [key, { ...told, ...offered, ...(keys[key] === undefined ? {} : { description: `${keys[key]}${allowed}` }) }];
    }),
  );
