import { dimensionIds, type KnownNames } from './known-names.ts';
import { day, distinct, flag, id, localText, map, nameOf, strict } from './values.ts';
import { rebaseKeys } from '../messages/keys/metric-keys.ts';
import { hints } from './schema-hints.ts';

/** Declared changes of a metric: `rebase: [{ from: 2025-01-01, reason: …, redefined: true, members: { organisation: SOC } }]`. */
export const rebases = (known: KnownNames) =>
  distinct(
    strict({
      from: day.refine(value => value.endsWith('-01'), { error: 'the first day of a month, as 2025-01-01' }),
      reason: localText,
      redefined: flag.default(false),
      members: map(id, nameOf('dimension', dimensionIds(known))).default({}),
    }).register(hints, { keys: rebaseKeys }),
  ).min(1, { error: 'at least one change' });
