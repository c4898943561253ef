import { FetchError } from '../connector.ts';
import type { Client } from '../http/client.ts';
import { isObject, parseJson, textOf, type Value } from '../http/json.ts';
import { nextCall } from '../http/pages.ts';

/** Path segments of a question, each with the ids it is about: `/kpi/N00001,N00002/municipality/1480`. */
export type Asked = readonly { of: string; ids: readonly string[] }[];
export type Item = { [key: string]: Value };

/** Longer lists of ids or years in a path get HTTP 422, and so do larger pages. */
const MOST_IDS = 25;
const PAGE = 5000;
const MOST_PAGES = 10_000;

/**
 * Everything that Kolada's API v3 has under a path, in the order asked. Ids stand in the path: in the query string they give
 * an empty list and no error. Lists are asked for in batches; one that is still too long for the server (422) is halved.
 * Throws FetchError.
 */
export async function* itemsOf(client: Client, base: string, path: string, asked: Asked): AsyncGenerator<Item> {
  for (const batch of batchesOf(asked)) yield* itemsOfBatch(client, base, path, batch);
}

async function* itemsOfBatch(client: Client, base: string, path: string, batch: Asked): AsyncGenerator<Item> {
  const pages = pagesOf(client, base, path, batch);
  let first: IteratorResult<Item[]>;
  try {
    first = await pages.next();
  } catch (error) {
    const halves = error instanceof FetchError && error.message === 'refused: HTTP 422' ? halved(batch) : [];
    if (halves.length === 0) throw error;
    for (const half of halves) yield* itemsOfBatch(client, base, path, half);
    return;
  }
  if (first.done !== true) yield* first.value;
  for await (const page of pages) yield* page;
}

async function* pagesOf(client: Client, base: string, path: string, batch: Asked): AsyncGenerator<Item[]> {
  const segments = batch.flatMap(({ of, ids }) => (of === '' ? [] : [of]).concat(ids.map(encodeURIComponent).join(',')));
  const url = new URL(`${base.replace(/\/$/, '')}/${[path, ...segments].join('/')}?per_page=${PAGE}`);
  const seen = new Set<string>();
  let call: Parameters<Client['read']>[0] | null = { url, body: null, headers: [], unless: [] };
  for (let page = 1; call !== null; page++) {
    if (page > MOST_PAGES || seen.has(call.url.href)) throw new FetchError('wrong-answer', `${path}: pages that do not end`);
    seen.add(call.url.href);
    const document = parseJson(await client.read(call));
    const values = isObject(document) ? document.values : undefined;
    if (!isObject(document) || !Array.isArray(values) || !values.every(isObject))
      throw new FetchError('wrong-answer', `${path}: not the form of Kolada’s API v3`);
    yield values;
    call = nextCall(call, document.next_url, page);
  }
}

function batchesOf(asked: Asked): Asked[] {
  const [first, ...rest] = asked;
  if (first === undefined) return [[]];
  const after = batchesOf(rest);
  const batches: Asked[] = [];
  for (let at = 0; at < first.ids.length; at += MOST_IDS)
    for (const others of after) batches.push([{ ...first, ids: first.ids.slice(at, at + MOST_IDS) }, ...others]);
  return batches;
}

/** The question as two, with its longest list in halves; none where no list can be shorter. */
function halved(batch: Asked): Asked[] {
  const longest = batch.reduce((most, { ids }, i) => (ids.length > batch[most]!.ids.length ? i : most), 0);
  const { ids } = batch[longest]!;
  const middle = Math.ceil(ids.length / 2);
  const parts = ids.length < 2 ? [] : [ids.slice(0, middle), ids.slice(middle)];
  return parts.map(part => batch.map((segment, i) => (i === longest ? { ...segment, ids: part } : segment)));
}

/** Which of the ids that were asked for have been in an answer. */
export function ledgerOf(asked: Readonly<Record<string, readonly string[]>>) {
  const missing = new Map(Object.entries(asked).map(([kind, ids]) => [kind, new Set(ids)]));
  return {
    /** That an answer had this id. Throws FetchError for one that was not asked for. */
    came(kind: string, id: Value | undefined): string {
      const text = textOf(id) ?? '';
      if (!asked[kind]!.includes(text)) throw new FetchError('wrong-answer', `a ${kind} that was not asked for`);
      missing.get(kind)!.delete(text);
      return text;
    },
    lacking: () => Object.fromEntries([...missing].filter(([, ids]) => ids.size > 0).map(([kind, ids]) => [kind, [...ids]])),
  };
}
