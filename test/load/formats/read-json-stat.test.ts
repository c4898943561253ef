import { describe, expect, it } from 'vitest';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import { cubeReader, JSON_STAT } from './read-cube.ts';

const read = await cubeReader(JSON_STAT);

/** Invented figures in the shape of an answer from a statistical database. */
const population = (said: object = {}) => ({
  version: '2.0',
  class: 'dataset',
  label: 'Folkmängd efter region, kön och år (påhittad)',
  id: ['Region', 'Kon', 'Tid'],
  size: [2, 2, 2],
  role: { time: ['Tid'], geo: ['Region'] },
  dimension: {
    Region: { label: 'region', category: { index: { '0780': 1, '00': 0 }, label: { '00': 'Riket', '0780': 'Åby' } } },
    Kon: { label: 'kön', category: { index: ['1', '2'], label: { '1': 'män', '2': 'kvinnor' } } },
    Tid: { label: 'månad', category: { index: ['2026M03', '2026M04'] } },
  },
  value: [5301, 5302, 5401, null, 48, 49, 0, null],
  status: { '3': '..', '7': '.' },
  ...said,
});
const category = (said: object) => ({ dimension: { ...population().dimension, Kon: { category: said } } });
const text = (said: object = {}) => JSON.stringify(population(said));
const ALL = ['Region', 'Region.label', 'Kon', 'Kon.label', 'Tid', 'Tid.label', 'value', 'status'];

describe('readJsonStat', () => {
  it('gives one record a cell, the last dimension fastest; a missing cell is empty, and a zero is a zero', async () => {
    expect(await read(`\ufeff${text()}`, ALL)).toEqual({
      records: [
        [1, '00', 'Riket', '1', 'män', '2026M03', '2026M03', '=5301', null],
        [2, '00', 'Riket', '1', 'män', '2026M04', '2026M04', '=5302', null],
        [3, '00', 'Riket', '2', 'kvinnor', '2026M03', '2026M03', '=5401', null],
        [4, '00', 'Riket', '2', 'kvinnor', '2026M04', '2026M04', null, '..'],
        [5, '0780', 'Åby', '1', 'män', '2026M03', '2026M03', '=48', null],
        [6, '0780', 'Åby', '1', 'män', '2026M04', '2026M04', '=49', null],
        [7, '0780', 'Åby', '2', 'kvinnor', '2026M03', '2026M03', '=0', null],
        [8, '0780', 'Åby', '2', 'kvinnor', '2026M04', '2026M04', null, '.'],
      ],
      notices: [],
      faults: [],
    });
  });

  it('takes numbers as they are written', async () => {
    const values = '"value":[0.1000000000000000055,12345678901234567890,1.50,1e-7,-0,2E3,5,6]';
    const { records } = await read(text().replace(/"value":\[[^\]]*\]/, values), ['value']);
    expect(records.map(([, value]) => value)).toEqual([
      '=0.1000000000000000055',
      '=12345678901234567890',
      '=1.50',
      null,
      '=-0',
      '=2000',
      '=5',
      null,
    ]);
    expect((await read(text({ status: undefined, value: [1e-7, 2, 3, 4, 5, 6, 7, 8] }), ['value'])).records[0]).toEqual([1, '=0.0000001']);
  });

  it('takes values and statuses in every form there is', async () => {
    const columns = ['value', 'status', 'status.label'];
    const extension = { status: { label: { p: 'preliminär' } } };
    expect((await read(text({ value: { '7': 1, '0': 2.5 }, status: 'p', extension }), columns)).records).toEqual([
      [1, '=2.5', 'p', 'preliminär'],
      ...[2, 3, 4, 5, 6, 7].map(line => [line, null, 'p', 'preliminär']),
      [8, '=1', 'p', 'preliminär'],
    ]);
    const status = ['p', '', null, '..', 'e', '-', '.', '......'];
    expect((await read(text({ value: [1, 2, 3, 4, 5, 0, 7, 8], status, extension }), columns)).records).toEqual([
      [1, '=1', 'p', 'preliminär'],
      [2, '=2', null, null],
      [3, '=3', null, null],
      [4, null, '..', null],
      [5, '=5', 'e', null],
      [6, '=0', '-', null],
      [7, null, '.', null],
      [8, null, '......', null],
    ]);
  });

  it('hands on what is no number for the column’s type to refuse', async () => {
    const { records } = await read(text({ value: ['x', true, { a: 1 }, [2], '', 6, 7, 8], status: { '5': ['..'] } }), ['value', 'status']);
    expect(records.slice(0, 6)).toEqual([
      [1, 'x', null],
      [2, '=true', null],
      [3, NESTED, null],
      [4, NESTED, null],
      [5, null, null],
      [6, '=6', NESTED],
    ]);
  });

  it('takes a dimension of one category without an index, and an empty cube', async () => {
    const one = {
      version: '2.0',
      class: 'dataset',
      id: ['C'],
      size: [1],
      dimension: { C: { category: { label: { a: 'A' } } } },
      value: [1],
    };
    expect((await read(JSON.stringify(one), ['C', 'C.label', 'value'])).records).toEqual([[1, 'a', 'A', '=1']]);
    const none = { ...one, size: [0], dimension: { C: { category: { index: [] } } }, value: [] };
    expect(await read(JSON.stringify(none), ['C', 'value'])).toEqual({ records: [], notices: [], faults: [] });
  });

  it('finds columns whatever their normal form', async () => {
    const named = text().replaceAll('"Kon"', `"${'Kön'.normalize('NFD')}"`);
    expect((await read(named, ['Kön', 'value'])).records[0]).toEqual([1, '1', '=5301']);
  });

  it('tells of a dimension that is not declared, and of one that is not there', async () => {
    expect((await read(text(), ['Kon.label', 'value'])).notices).toEqual([
      { code: 'extra-column', line: null, details: { columns: 'Region, Tid' } },
    ]);
    expect((await read(text(), ['region', 'Kon', 'ar', 'value'])).faults).toEqual(
      ['region', 'ar'].map(column => ({ code: 'missing-column', line: null, details: { column, nearest: '', there: 'Region, Kon, Tid' } })),
    );
  });

  it('refuses a dimension called as a column of the cube’s own, where that column is asked for', async () => {
    const named = text()
      .replaceAll('"Kon"', '"status"')
      .replace(/,"status":\{[^}]*\}\}$/, '}');
    expect((await read(named, ['status', 'value'])).faults).toMatchObject([{ code: 'duplicate-column', details: { column: 'status' } }]);
    expect((await read(named, ['Region', 'value'])).faults).toEqual([]);
  });

  it.each<[string, object, string, object]>([
    ['fewer values than cells', { value: [1, 2, 3] }, 'cube-cells', { expected: 8, found: 3 }],
    ['more values than cells', { value: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, 'cube-cells', { expected: 8, found: 9 }],
    ['metadata without values', { value: [] }, 'cube-cells', { expected: 8, found: 0 }],
    ['a value beyond the cells', { value: { '8': 1 } }, 'cube-part', { part: 'value' }],
    ['a value at no place', { value: { '01': 1 } }, 'cube-part', { part: 'value' }],
    ['no values', { value: undefined }, 'cube-part', { part: 'value' }],
    ['fewer statuses than cells', { status: ['..'] }, 'cube-part', { part: 'status' }],
    ['a status beyond the cells', { status: { '8': '..' } }, 'cube-part', { part: 'status' }],
    ['another number of sizes', { size: [2, 2] }, 'cube-part', { part: 'size' }],
    ['a size that is none', { size: [2, 2, -2] }, 'cube-size', { dimension: 'Tid', categories: 2 }],
    ['another size than there are categories', { size: [2, 1e12, 2] }, 'cube-size', { dimension: 'Kon', categories: 2 }],
    ['no ids', { id: 'Region' }, 'cube-part', { part: 'id' }],
    ['an id that is a number', { id: ['Region', 1, 'Tid'] }, 'cube-part', { part: 'id' }],
    ['a dimension twice', { id: ['Region', 'Kon', 'Kon'] }, 'cube-dimension-twice', { dimension: 'Kon' }],
    ['a dimension that is not described', { id: ['Region', 'Alder', 'Tid'] }, 'cube-part', { part: 'dimension.Alder.category' }],
    ['a category twice', category({ index: ['1', '1'] }), 'cube-category-twice', { dimension: 'Kon' }],
    ['a place twice', category({ index: { '1': 0, '2': 0 } }), 'cube-part', { part: 'dimension.Kon.category.index' }],
    ['a place left out', category({ index: { '1': 0, '2': 2 } }), 'cube-part', { part: 'dimension.Kon.category.index' }],
    ['a place that is none', category({ index: { '1': 0, '2': 0.5 } }), 'cube-part', { part: 'dimension.Kon.category.index' }],
    ['no order of two', category({ label: { '1': 'a', '2': 'b' } }), 'cube-part', { part: 'dimension.Kon.category.index' }],
    ['codes that are numbers', category({ index: [1, 2] }), 'cube-part', { part: 'dimension.Kon.category.index' }],
    ['a nested label', category({ index: ['1', '2'], label: { '1': {} } }), 'cube-part', { part: 'dimension.Kon.category.label' }],
    ['labels that are a list', category({ index: ['1', '2'], label: ['a', 'b'] }), 'cube-part', { part: 'dimension.Kon.category.label' }],
    ['a collection', { class: 'collection' }, 'json-stat', { class: 'collection', version: '2.0' }],
    ['version 1', { version: '1.3' }, 'json-stat', { class: 'dataset', version: '1.3' }],
    ['no class', { class: undefined }, 'json-stat', { class: '', version: '2.0' }],
  ])('refuses %s', async (_, said, code, details) => {
    expect(await read(text(said), ALL)).toMatchObject({ records: [], faults: [{ code, details }] });
  });

  it.each(['{"dataset": {"value": [1], "dimension": {"id": []}}}', '[]', '1', 'null', '{}'])(
    'refuses %s, which is no dataset',
    async other => {
      expect((await read(other, ALL)).faults).toEqual([{ code: 'json-stat', line: null, details: { class: '', version: '' } }]);
    },
  );

  it('refuses an enormous cube before it makes room for one', async () => {
    const category = { index: Array.from({ length: 1e5 }, (_, i) => String(i)) };
    const huge = population({
      size: [1e5, 1e5, 1e5],
      value: {},
      status: {},
      dimension: { Region: { category }, Kon: { category }, Tid: { category } },
    });
    expect((await read(JSON.stringify(huge), ALL)).faults).toEqual([
      { code: 'cube-too-large', line: null, details: { cells: 1e15, most: 10_000_000 } },
    ]);
    expect((await read(JSON.stringify({ ...huge, value: [1] }), ALL)).faults).toMatchObject([
      { code: 'cube-cells', details: { expected: 1e15, found: 1 } },
    ]);
  });

  it('refuses deep nesting', async () => {
    expect((await read(text().replace('5301', '['.repeat(5000)), ALL)).faults).toMatchObject([{ code: 'json' }]);
  });
});
