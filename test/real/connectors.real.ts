import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson, textOf, writeJson, type Value } from '../../pipeline/extract/connectors/http/json.ts';
import { fetchKolada } from '../../pipeline/extract/connectors/kolada/fetch-kolada.ts';
import { cellsOf, cubeOf, sizeOf, type Cube } from '../../pipeline/extract/connectors/pxweb/cube.ts';
import { mergeCubes } from '../../pipeline/extract/connectors/pxweb/merge-cubes.ts';
import { partsOf, selectCodes, type Selected } from '../../pipeline/extract/connectors/pxweb/select-codes.ts';
import { answer, aServer } from '../extract/connectors/a-server.ts';
import { aContext, aWorld, fetchAll, LIMITS } from '../extract/connectors/fetching.ts';
import { real } from './real-files.ts';

describe('kolada: answers as the API gave them', () => {
  it.each(['kolada_behorighet.json', 'kolada_nettokostnadsavvikelse.json', 'kolada_soliditet.json'])(
    '%s comes through as it is',
    async file => {
      const body = readFileSync(real('kolada-v3-raw', file));
      const { values } = parseJson(body) as { values: { [key: string]: Value }[] };
      const ids = (key: string) => [...new Set(values.map(item => textOf(item[key])!))];
      const server = await aServer(({ url }, response) => {
        const asked = url.split('/municipality/')[1]!.split('?')[0]!.split(',');
        answer(response, 200, writeJson({ values: values.filter(item => asked.includes(textOf(item.municipality)!)), next_url: null }));
      });
      const none = { what: 'values' as const, groups: [], units: [], years: null, limits: LIMITS };
      const declaration = {
        type: 'kolada' as const,
        url: `${server.url}/v3`,
        kpis: ids('kpi'),
        municipalities: ids('municipality'),
        ...none,
      };
      const [brought] = await fetchAll(fetchKolada(declaration, aContext(aWorld())));
      const came = parseJson(Buffer.from(brought!.text!)) as { values: Value[] };
      const texts = (items: readonly Value[]) => items.map(writeJson).sort();
      expect(texts(came.values)).toEqual(texts(values));
      expect(brought!.lacking).toEqual({});
    },
  );
});

describe('pxweb: datasets as SCB gave them', () => {
  const files = readdirSync(real('scb-jsonstat2')).filter(name => /^(?!_|pxwebpy_).*\.json$/.test(name));
  const cubeIn = (file: string): Cube => cubeOf(parseJson(readFileSync(real('scb-jsonstat2', file))));

  it.each(files)('%s is the same when it is split and put together', file => {
    const whole = cubeIn(file);
    const selected = whole.variables.map(({ id, codes }) => ({ id, codes }));
    const parts = partsOf(selected, 50).map(part => cubeOf(cut(whole, part)));
    expect(parts.length).toBeGreaterThan(1);
    const merged = mergeCubes(parts, selected);
    expect(writeJson(merged.value!)).toBe(writeJson(whole.document.value!));
    expect(JSON.parse(writeJson(merged.status ?? {}))).toEqual(JSON.parse(writeJson(whole.document.status ?? {})));
    expect(sizeOf(cubeOf(merged).variables)).toBe(sizeOf(whole.variables));
  });

  it('selects by a real table’s metadata', () => {
    const metadata = cubeIn('pxwebpy_TAB6471_metadata.json');
    const { selected, lacking } = selectCodes(metadata, {
      Region: ['1481', '14??'],
      Alder: ['TotSA'],
      ContentsCode: ['*'],
      Tid: ['top(2)'],
    });
    expect(lacking).toEqual({});
    expect(selected.map(({ id, codes }) => [id, codes.length])).toEqual([
      ['Region', 49],
      ['Alder', 1],
      ['ContentsCode', 1],
      ['Tid', 2],
    ]);
  });
});

/** A part of a dataset, as a server would give it. */
function cut(whole: Cube, part: readonly Selected[]): Value {
  const count = sizeOf(whole.variables);
  const [valueAt, statusAt] = [cellsOf(whole.document.value, count), cellsOf(whole.document.status, count)];
  const places = part.reduce<number[]>(
    (before, { codes }, i) => {
      const all = whole.variables[i]!.codes;
      return before.flatMap(place => codes.map(code => place * all.length + all.indexOf(code)));
    },
    [0],
  );
  const status = Object.fromEntries(
    places.flatMap((place, cell) => ((statusAt(place) ?? null) === null ? [] : [[String(cell), statusAt(place)!]])),
  );
  const dimension = Object.fromEntries(
    whole.variables.map(({ id, dimension: said }, i) => [
      id,
      { ...said, category: { ...(said.category as object), index: [...part[i]!.codes] } },
    ]),
  );
  const size = part.map(({ codes }) => parseJson(Buffer.from(String(codes.length))));
  return { ...whole.document, size, dimension, status, value: places.map(place => valueAt(place) ?? null) };
}
