import { stat } from 'node:fs/promises';
import { BrokenExtract } from '../../load/formats/broken-extract.ts';
import { parseJson } from '../../load/formats/json/parse-json.ts';
import type { Json } from '../../load/formats/json/parse-json.ts';
import { jsonStatCube } from '../../load/formats/json-stat/json-stat-cube.ts';
import { wholeText } from '../../load/text/whole-text.ts';
import { PLAIN } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import type { DraftFormat } from '../draft.ts';
import { fileHead } from '../recognise/file-head.ts';
import { WHOLE } from '../recognise/sample-lines.ts';
import { cubeHeaders } from './cube-headers.ts';
import { objectHeaders } from './object-headers.ts';

/** Bytes: the first lines. */
const HEAD = 1 << 22;
/** Bytes. What is larger is not read as one document. */
const LARGEST = 64_000_000;
const KOLADA = ['kpi', 'period', 'municipality', 'ou', 'gender', 'status', 'value', 'count'];

/** True for a file whose first line is a whole JSON object, and not its only one. */
export async function isNdjson(path: string): Promise<boolean> {
  const head = await fileHead(path, HEAD);
  const [first = '', second = ''] = new TextDecoder().decode(head).split('\n', 2);
  const whole = parsed(first);
  return (
    whole instanceof Map && (second.trim().startsWith('{') || (second.trim() === '' && listsIn(whole).length === 0 && !whole.has('class')))
  );
}

/** What lines of JSON have: the keys of all objects in the first 32 MB of them. Throws BrokenExtract. */
export async function draftNdjson(path: string): Promise<DraftFormat> {
  const lines = new TextDecoder().decode(await fileHead(path, WHOLE)).split('\n');
  const objects = lines.map(parsed).filter(value => value instanceof Map);
  return {
    format: { type: 'ndjson', notation: PLAIN },
    written: { type: 'ndjson' },
    ...objectHeaders(objects),
    key: null,
  };
}

/** What a JSON document is: a Kolada answer, a json-stat cube, or lists of objects, of which the longest is taken. Throws BrokenExtract and NotDraftable. */
export async function draftJson(path: string): Promise<DraftFormat> {
  if ((await stat(path)).size > LARGEST)
    throw new NotDraftable('it is one JSON document of over 64 MB; have it exported as one object a line');
  const document = parseJson(await wholeText(path, 'utf-8'));
  if (isKolada(document))
    return {
      format: { type: 'kolada-v3', notation: PLAIN },
      written: { type: 'kolada-v3' },
      notes: [],
      headers: KOLADA,
      key: ['kpi', 'period', 'municipality', 'ou', 'gender'],
    };
  if (
    document instanceof Map &&
    (document.get('class') === 'dataset' || (document.has('id') && document.has('size') && document.has('dimension')))
  ) {
    const { dimensions, statusLabels } = jsonStatCube(document);
    return { format: { type: 'json-stat2', notation: PLAIN }, written: { type: 'json-stat2' }, ...cubeHeaders(dimensions, statusLabels) };
  }
  const [longest, ...others] = listsIn(document).sort((a, b) => b.objects.length - a.objects.length);
  if (longest === undefined) throw new NotDraftable('it is JSON without a list of objects');
  const headers = objectHeaders(longest.objects);
  const more = others.map(({ path, objects }) => `${path} (${objects.length})`).join(', ');
  return {
    format: { type: 'json', records: longest.path, notation: PLAIN },
    written: { type: 'json', ...(longest.path === '' ? {} : { records: longest.path }) },
    headers: headers.headers,
    notes: [...(more === '' ? [] : [`the longest list; others are ${more}`]), ...headers.notes],
    key: null,
  };
}

interface ObjectList {
  path: string;
  objects: Map<string, Json>[];
}

/** Lists of objects that a path of keys leads to. */
function listsIn(value: Json, path: readonly string[] = []): ObjectList[] {
  if (Array.isArray(value)) {
    const objects = value.filter(item => item instanceof Map);
    return objects.length > 0 ? [{ path: path.join('.'), objects }] : [];
  }
  if (!(value instanceof Map)) return [];
  return [...value].flatMap(([key, inner]) => (key.includes('.') ? [] : listsIn(inner, [...path, key])));
}

function isKolada(document: Json): boolean {
  const bodies = document instanceof Map ? document.get('values') : undefined;
  const [first] = Array.isArray(bodies) ? bodies : [];
  return first instanceof Map && first.has('kpi') && first.has('period') && Array.isArray(first.get('values'));
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof BrokenExtract) return undefined;
    throw error;
  }
}
