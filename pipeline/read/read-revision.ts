import { problemAt } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';
import { applyRevision, idsTouched } from './apply-revision.ts';
import { goalProblems, indicatorProblems } from './check-plan-items.ts';
import { decode } from './decode.ts';
import { itemsIn, type PlanItem } from './plan-items.ts';
import type { PlanAsWritten, PlanSchemas, RevisionAsWritten } from './plan-schema.ts';
import type { ReadVersion, Standing } from './read-plans.ts';
import type { YamlDocument } from './read-yaml.ts';

interface Versions {
  known: readonly { plan: string; version: number }[];
  /** Null where that version has problems. */
  of(plan: string, version: number): Standing | null;
}

/** What a changed indicator has besides its target: a name or a weight is not what was to be reached. */
const NOT_THE_TARGET = ['name', 'weight'];

/** A version that says only what it changes, applied to the one it amends. */
export function readRevision(document: YamlDocument, schemas: PlanSchemas, versions: Versions, problems: Problem[]): ReadVersion | null {
  const revision = decode(document, schemas.revision, problems);
  const base = revision && amended(document, revision, versions, problems);
  if (!revision || !base) return null;
  const before = problems.length;
  const items = new Map(itemsIn(base.plan).map(entry => [entry.item.id, entry]));
  const changes = readChanges(document, schemas, revision, items, problems);
  checkIds(document, revision, items, problems);
  if (problems.length > before) return null;

  const checked = { revision, changes };
  const plan = applyRevision(base.plan, checked);
  checkResult(document, plan, changes, problems);
  const added = (revision.add ?? []).flatMap((addition, i) => itemsIn(addition, Array.isArray(addOf(document)) ? ['add', i] : ['add']));
  const indicators = [
    ...itemsIn(plan).flatMap(entry =>
      entry.kind === 'indicator' && changes.has(entry.item.id) ? [{ indicator: entry.item, path: ['change', entry.item.id] }] : [],
    ),
    ...added.flatMap(entry => (entry.kind === 'indicator' ? [{ indicator: entry.item, path: entry.path }] : [])),
  ];
  return {
    standing: { plan, changed: idsTouched(base.plan, checked), decided: decidedBy(base, plan, checked.revision, changes) },
    indicators,
  };
}

const addOf = (document: YamlDocument): unknown => (document.value as { add?: unknown }).add;

function amended(document: YamlDocument, revision: RevisionAsWritten, versions: Versions, problems: Problem[]): Standing | null {
  const line = document.lineAt(['amends']);
  const earlier = versions.known
    .filter(known => known.plan === revision.plan && known.version < revision.version)
    .map(known => known.version);
  const name = `${revision.plan} version ${revision.amends}`;
  const base = earlier.includes(revision.amends) ? versions.of(revision.plan, revision.amends) : null;
  if (!earlier.includes(revision.amends))
    problems.push(problemAt(document.file, line, 'unknown-name', 'earlier version', String(revision.amends), earlier.map(String)));
  else if (!base) problems.push(problemAt(document.file, line, 'rests-on-broken', 'plan', name));
  return base;
}

function readChanges(
  document: YamlDocument,
  schemas: PlanSchemas,
  revision: RevisionAsWritten,
  items: ReadonlyMap<string, PlanItem>,
  problems: Problem[],
): Map<string, object> {
  const changes = new Map<string, object>();
  for (const id of Object.keys(revision.change ?? {})) {
    const entry = items.get(id);
    if (!entry) problems.push(problemAt(document.file, document.lineAt(['change', id]), 'unknown-name', 'id', id, [...items.keys()]));
    const fields = entry && decode<object>(document, schemas.changes[entry.kind], problems, ['change', id]);
    if (fields) changes.set(id, fields);
  }
  return changes;
}

/** Removed ids are there, and are not changed too; what is added goes under a goal that stays, with ids that are new. */
function checkIds(document: YamlDocument, revision: RevisionAsWritten, items: ReadonlyMap<string, PlanItem>, problems: Problem[]): void {
  const { file } = document;
  const gone = new Set<string>();
  revision.remove?.forEach((id, i) => {
    const entry = items.get(id);
    if (!entry) problems.push(problemAt(file, document.lineAt(['remove', i]), 'unknown-name', 'id', id, [...items.keys()]));
    for (const removed of [id, ...(entry?.kind === 'goal' ? itemsIn(entry.item).map(({ item }) => item.id) : [])]) gone.add(removed);
  });
  for (const id of Object.keys(revision.change ?? {}).filter(id => gone.has(id)))
    problems.push(problemAt(file, document.lineAt(['change', id]), 'not-with', id, 'the same revision removes it'));
  const seen = new Set([...items.keys()].filter(id => !gone.has(id)));
  const goals = [...items.values()].filter(entry => entry.kind === 'goal' && !gone.has(entry.item.id)).map(entry => entry.item.id);
  revision.add?.forEach((addition, i) => {
    const path = Array.isArray(addOf(document)) ? ['add', i] : ['add'];
    if (addition.under !== undefined && !goals.includes(addition.under))
      problems.push(problemAt(file, document.lineAt([...path, 'under']), 'unknown-name', 'goal', addition.under, goals));
    for (const entry of itemsIn(addition, path)) {
      if (seen.has(entry.item.id))
        problems.push(problemAt(file, document.lineAt([...entry.path, 'id']), 'duplicate-id', entry.item.id, ['the same plan']));
      seen.add(entry.item.id);
    }
  });
}

/** What a change or an addition made of items that were sound on their own. */
function checkResult(document: YamlDocument, plan: PlanAsWritten, changes: ReadonlyMap<string, object>, problems: Problem[]): void {
  for (const entry of itemsIn(plan)) {
    const found = entry.kind === 'goal' ? goalProblems(entry.item) : entry.kind === 'indicator' ? indicatorProblems(entry.item) : [];
    for (const [key, problem] of found)
      problems.push({
        file: document.file,
        line: document.lineAt(changes.has(entry.item.id) ? ['change', entry.item.id, key] : ['add']),
        ...problem,
      });
  }
}

function decidedBy(
  base: Standing,
  plan: PlanAsWritten,
  revision: RevisionAsWritten,
  changes: ReadonlyMap<string, object>,
): Standing['decided'] {
  const indicators = itemsIn(plan).filter(entry => entry.kind === 'indicator');
  return Object.fromEntries(
    indicators.map(({ item: { id } }) => {
      const retargeted = Object.keys(changes.get(id) ?? {}).some(key => !NOT_THE_TARGET.includes(key));
      const kept = retargeted || revision.remove?.includes(id) ? undefined : base.decided[id];
      return [id, kept ?? revision.adopted];
    }),
  );
}
