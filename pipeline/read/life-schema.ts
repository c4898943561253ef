import type { MetricLife } from '../contract/life.ts';
import { problemText } from '../messages/problems.ts';
import { issue } from './issue.ts';
import { day, localText, nameOf, strict, text } from './values.ts';
import { adoptedKeys, lifeKeys, retiredKeys } from '../messages/keys/metric-keys.ts';
import { hints } from './schema-hints.ts';

/** A metric's life; `metrics` are the ids that another may be replaced by, null where they are not known. Its days come in order. */
export const lifeSchema = (metrics: readonly string[] | null) =>
  strict({
    proposed: day.optional(),
    adopted: strict({ by: text, date: day, paragraph: text.optional() }).register(hints, { keys: adoptedKeys }).optional(),
    retired: strict({ date: day, reason: localText, replaced_by: nameOf('metric', metrics).optional() })
      .register(hints, { keys: retiredKeys })
      .optional(),
  })
    .register(hints, { keys: lifeKeys })
    .superRefine(({ proposed, adopted, retired }, ctx) => {
      const latest = adopted?.date ?? proposed;
      if (adopted && proposed !== undefined && adopted.date < proposed)
        ctx.addIssue(
          issue(problemText('wrong-value', adopted.date, `a day from ${proposed} on, when it was proposed`), ['adopted', 'date']),
        );
      if (retired && latest !== undefined && retired.date < latest)
        ctx.addIssue(issue(problemText('wrong-value', retired.date, `a day from ${latest} on`), ['retired', 'date']));
    })
    .transform(({ proposed, adopted, retired }): MetricLife => ({
      proposed: proposed ?? null,
      adopted: adopted ? { ...adopted, paragraph: adopted.paragraph ?? null } : null,
      retired: retired ? { ...retired, replaced_by: retired.replaced_by ?? null } : null,
    }));
