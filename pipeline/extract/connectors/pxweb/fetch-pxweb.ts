import type { PxwebConnector } from '../../../words/connector.ts';
import { FetchError, type Connector, type FetchContext } from '../connector.ts';
import type { Call } from '../http/call.ts';
import { createClient } from '../http/client.ts';
import { isObject, parseJson, textOf, writeJson, type Value } from '../http/json.ts';
import { cubeOf, type Cube } from './cube.ts';
import { expectCodes, mergeCubes } from './merge-cubes.ts';
import { partsOf, selectCodes, type Selected } from './select-codes.ts';

/** Longer addresses are posted instead. */
const LONGEST_ADDRESS = 2000;
const UPDATED = 'updated ';

/**
 * Brings a selection of a table of a PxWebApi v2 as one json-stat2 dataset. What is more than the server gives at a time
 * (`maxDataCells`) is asked for in parts and put together. A table that has not been updated since last time is not fetched.
 */
export const fetchPxweb: Connector<PxwebConnector> = async function* ({ url, table, language, select, limits }, context) {
  const ask = askerOf(createClient(limits, context), context.effects);
  const base = url.replace(/\/$/, '');
  const config = await ask(get(`${base}/config`));
  const mostCells = wholeIn(config, 'maxDataCells');
  ask.pace(wholeIn(config, 'maxCallsPerTimeWindow'), wholeIn(config, 'timeWindow'));
  const path = `${base}/tables/${table}`;
  const query = `lang=${language}&outputFormat=json-stat2`;
  const metadata = cubeOf(await ask(get(`${path}/metadata?${query}`)));
  const { selected, lacking } = selectCodes(metadata, select);
  const name = `${table}.json`;
  const version = metadata.updated === '' ? null : UPDATED + metadata.updated;
  if (version !== null && context.versionOf(name) === version) {
    yield { name, version, bytes: null, lacking: () => lacking };
    return;
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const cubes: Cube[] = [];
    for (const part of partsOf(selected, mostCells)) {
      const cube = cubeOf(await ask(dataCall(`${path}/data`, query, part)));
      expectCodes(cube, part);
      cubes.push(cube);
    }
    yield* pieces(mergeCubes(cubes, selected));
  }
  yield { name, version, bytes: bytes(), lacking: () => lacking };
};

/** Asks for JSON, and once the server's pace is known, waits out its time window (seconds) after so many calls. */
function askerOf(client: ReturnType<typeof createClient>, effects: FetchContext['effects']) {
  let [calls, most, seconds] = [0, Infinity, 0];
  const ask = async (call: Call): Promise<Value> => {
    if (calls > 0 && calls % most === 0) await effects.sleep(seconds * 1000);
    calls++;
    return parseJson(await client.read(call));
  };
  return Object.assign(ask, { pace: (calls: number, window: number) => void ([most, seconds] = [calls, window]) });
}

const get = (url: string): Call => ({ url: new URL(url), body: null, headers: [], unless: [] });

function dataCall(path: string, query: string, selected: readonly Selected[]): Call {
  const values = selected.map(({ id, codes }) => `&valueCodes[${encodeURIComponent(id)}]=${codes.map(encodeURIComponent).join(',')}`);
  const call = get(`${path}?${query}${values.join('')}`);
  // A comma in a code would be read as one between two.
  if (call.url.href.length <= LONGEST_ADDRESS && !selected.some(({ codes }) => codes.some(code => /[,()*?]/.test(code)))) return call;
  const selection = selected.map(({ id, codes }) => ({ variableCode: id, valueCodes: codes }));
  return { ...get(`${path}?${query}`), body: JSON.stringify({ selection }) };
}

function wholeIn(config: Value, key: string): number {
  const said = isObject(config) ? Number(textOf(config[key])) : NaN;
  if (!Number.isSafeInteger(said) || said < 1) throw new FetchError('wrong-answer', `a configuration without ${key}`);
  return said;
}

/** As many values at a time as make a text of a handy size. */
const AT_A_TIME = 10_000;

function* pieces({ value, ...rest }: { [key: string]: Value }): Generator<Uint8Array> {
  const values = value as Value[];
  yield Buffer.from(`${writeJson(rest).slice(0, -1)},"value":[`);
  for (let at = 0; at < values.length; at += AT_A_TIME)
    yield Buffer.from((at === 0 ? '' : ',') + writeJson(values.slice(at, at + AT_A_TIME)).slice(1, -1));
  yield Buffer.from(']}\n');
}
