import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchPxweb } from '../../../pipeline/extract/connectors/pxweb/fetch-pxweb.ts';
import { cubeOf } from '../../../pipeline/extract/connectors/pxweb/cube.ts';
import { mergeCubes } from '../../../pipeline/extract/connectors/pxweb/merge-cubes.ts';
import { partsOf } from '../../../pipeline/extract/connectors/pxweb/select-codes.ts';
import { parseJson, writeJson } from '../../../pipeline/extract/connectors/http/json.ts';
import type { PxwebConnector } from '../../../pipeline/words/connector.ts';
import { aPxweb } from './a-pxweb.ts';
import { answer, aServer } from './a-server.ts';
import { aContext, aWorld, faultOf, fetchAll, LIMITS } from './fetching.ts';

const table = (url: string, select: PxwebConnector['select']): PxwebConnector => ({
  type: 'pxweb',
  url: `${url}/v2`,
  table: 'TAB1',
  language: 'sv',
  select,
  limits: LIMITS,
});

const variables = { Region: ['00', '14', '1480', '1481', '1482'], Kon: ['1', '2', '1+2'], Tid: ['2022', '2023', '2024'] };
const written = (codes: readonly string[]) => `${codes.map(code => code.length).join('')}.${codes.join('').replace(/\D/g, '')}0`;

interface Dataset {
  id: string[];
  size: number[];
  dimension: Record<string, { category: { index: Record<string, number>; label: Record<string, string> } }>;
  value: (number | null)[];
  status?: Record<string, string>;
}
const codesIn = ({ id, dimension }: Dataset) =>
  Object.fromEntries(
    id.map(
      one =>
        [
          one,
          Object.entries(dimension[one]!.category.index)
            .sort(([, a], [, b]) => a - b)
            .map(([code]) => code),
        ] as const,
    ),
  );

describe('pxweb', () => {
  it('brings a selection as one dataset, and names codes that the table does not have', async () => {
    const server = await aPxweb({ variables, eliminable: ['Kon'], value: written });
    const select = { Region: ['1481', '1480', '9999'], Tid: ['from(2023)'] };
    const [brought] = await fetchAll(fetchPxweb(table(server.url, select), aContext(aWorld())));
    expect(brought).toMatchObject({ name: 'TAB1.json', version: 'updated 2026-06-08T06:00:00Z', lacking: { Region: ['9999'] } });
    const dataset = JSON.parse(brought!.text!) as Dataset;
    expect(codesIn(dataset)).toEqual({ Region: ['1480', '1481'], Tid: ['2023', '2024'] });
    expect(dataset.size).toEqual([2, 2]);
    // Digit by digit, trailing zeros too.
    expect(brought!.text).toContain(`"value":[44.148020230,44.148020240,44.148120230,44.148120240]`);
  });

  it.each([false, true])('puts together what is more than the server gives at a time (sparse: %s)', async sparse => {
    const value = (codes: readonly string[]) => (codes.join() === '1481,2,2023' || codes[0] === '00' ? null : written(codes));
    const world = aWorld();
    const server = await aPxweb({ variables, maxDataCells: 6, value, sparse });
    const whole = await aPxweb({ variables, value });
    const select = { Region: ['*'], Kon: ['*'], Tid: ['*'] };
    const [parts] = await fetchAll(fetchPxweb(table(server.url, select), aContext(world)));
    const [one] = await fetchAll(fetchPxweb(table(whole.url, select), aContext(aWorld())));
    expect(parts!.text).toBe(one!.text);
    const dataset = JSON.parse(parts!.text!) as Dataset;
    expect(dataset.value).toHaveLength(45);
    expect(Object.keys(dataset.status!)).toHaveLength(10);
    expect(server.asked.length).toBeGreaterThan(9);
    expect(world.waits).toEqual(Array(Math.floor((server.asked.length - 1) / 4)).fill(10_000));
  });

  it('posts what an address cannot hold', async () => {
    const Region = Array.from({ length: 400 }, (_, i) => `R${1000 + i}`);
    const server = await aPxweb({ variables: { Region, Tid: ['2024'] }, value: written });
    const [brought] = await fetchAll(fetchPxweb(table(server.url, { Region: ['*'], Tid: ['2024'] }), aContext(aWorld())));
    expect((JSON.parse(brought!.text!) as Dataset).value).toHaveLength(400);
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
  });

  it('does not fetch a table that has not been updated', async () => {
    const server = await aPxweb({ variables, value: written });
    const context = aContext(aWorld(), { 'TAB1.json': 'updated 2026-06-08T06:00:00Z' });
    expect(await fetchAll(fetchPxweb(table(server.url, { Region: ['00'], Kon: ['1'], Tid: ['*'] }), context))).toMatchObject([
      { text: null },
    ]);
    expect(server.asked).toHaveLength(2);
  });

  it.each<[string, string[], string[]]>([
    ['codes', ['1482', '00'], ['00', '1482']],
    ['a pattern', ['14??'], ['1480', '1481', '1482']],
    ['the first', ['top(2)'], ['00', '14']],
    ['a range', ['range(14,1481)'], ['14', '1480', '1481']],
    ['up to one', ['to(14)'], ['00', '14']],
  ])('selects by %s', async (_, Region, codes) => {
    const server = await aPxweb({ variables, value: written });
    const [brought] = await fetchAll(fetchPxweb(table(server.url, { Region, Kon: ['1'], Tid: ['top(1)'] }), aContext(aWorld())));
    expect(codesIn(JSON.parse(brought!.text!) as Dataset)).toEqual({ Region: codes, Kon: ['1'], Tid: ['2024'] });
  });

  it('says what cannot be asked for', async () => {
    const server = await aPxweb({ variables, value: written });
    const of = (select: PxwebConnector['select']) => faultOf(fetchPxweb(table(server.url, select), aContext(aWorld())));
    expect(await of({ Region: ['00'], Kon: ['1'] })).toBe(
      'wrong-answer: the variable Tid is not selected, and the table cannot be without it',
    );
    expect(await of({ Sex: ['1'] })).toBe('wrong-answer: no variable Sex; the table has Region, Kon, Tid');
    expect(await of({ Region: ['00'], Kon: ['1'], Tid: ['1999', 'top(0)'] })).toBe(
      'wrong-answer: none of what is selected of Tid is in the table',
    );
  });

  it('refuses parts of a table that changed meanwhile, and what is no dataset', async () => {
    const changing = await aPxweb({ variables, maxDataCells: 6, value: written, updated: nth => `2026-06-0${Math.min(9, nth)}` });
    const all = { Region: ['*'], Kon: ['*'], Tid: ['*'] };
    expect(await faultOf(fetchPxweb(table(changing.url, all), aContext(aWorld())))).toBe(
      'wrong-answer: a table that changed while it was fetched',
    );
    const other = await aServer(({ url }, response) =>
      answer(
        response,
        200,
        url.endsWith('config') ? '{"maxDataCells": 6, "maxCallsPerTimeWindow": 4, "timeWindow": 1}' : '{"class": "collection"}',
      ),
    );
    expect(await faultOf(fetchPxweb(table(other.url, all), aContext(aWorld())))).toBe('wrong-answer: not the form of json-stat2');
  });

  it('puts every cell where it was, however a selection is split', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 60 }), fc.boolean(), (lengths, most, reversed) => {
        const selected = lengths.map((length, v) => ({ id: `v${v}`, codes: Array.from({ length }, (_, i) => `${i}`) }));
        const parts = partsOf(selected, most);
        const cubes = parts.map(part => cubeOf(parseJson(Buffer.from(JSON.stringify(datasetOf(part, reversed))))));
        expect(parts.every(part => part.reduce((cells, { codes }) => cells * codes.length, 1) <= most)).toBe(true);
        const merged = JSON.parse(writeJson(mergeCubes(cubes, selected))) as Dataset;
        expect(merged.value).toEqual(datasetOf(selected, false).value);
      }),
    );
  });
});

/** A dataset whose cells say their own codes, with the codes in order or against it. */
function datasetOf(selected: readonly { id: string; codes: readonly string[] }[], reversed: boolean) {
  const ordered = selected.map(({ id, codes }) => ({ id, codes: reversed ? [...codes].reverse() : codes }));
  const cells = ordered.reduce<string[][]>((rows, { codes }) => rows.flatMap(row => codes.map(code => [...row, code])), [[]]);
  return {
    class: 'dataset',
    updated: 'x',
    id: ordered.map(({ id }) => id),
    size: ordered.map(({ codes }) => codes.length),
    dimension: Object.fromEntries(ordered.map(({ id, codes }) => [id, { category: { index: codes } }])),
    value: cells.map(codes => Number(`1${codes.join('')}`)),
  };
}
