import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemAt } from '../../pipeline/messages/problems.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { CRS_NAMES } from '../../pipeline/words/crs.ts';
import { ownProblemsOf as problemsOf } from './problems-of.ts';
import { smallProject, writeProject, type Files } from './small-project.ts';

const FILE = 'geography/municipalities.geojson';
const districts = readFileSync(`${import.meta.dirname}/karlstad-districts.geojson`, 'utf8');
const LINE = smallProject['malbild.yaml']!.split('\n').length;

/** The small project with `geography:` as its last line, and a boundary file. */
const withGeography = (declared: string, boundaries: string, file = FILE): Files => ({
  ...smallProject,
  'malbild.yaml': `${smallProject['malbild.yaml']}geography: { municipality: ${declared} }\n`,
  [file]: boundaries,
});
const square = [
  [12, 57],
  [12, 58],
  [13, 58],
  [13, 57],
  [12, 57],
];
const feature = (id: unknown, geometry: unknown = { type: 'Polygon', coordinates: [square] }) => ({
  type: 'Feature',
  properties: { id },
  geometry,
});
const collection = (features: unknown[], more: object = {}) => JSON.stringify({ type: 'FeatureCollection', features, ...more });
const USUAL = `{ file: ${FILE}, id: id }`;
const problem = (declared: string, boundaries: string) => problemsOf(withGeography(declared, boundaries));

describe('geography', () => {
  it('is read with its areas; a byte order mark is passed over, and the file says which system it is in', async () => {
    const project = await readProject(await writeProject(withGeography(`{ file: ${FILE}, id: namn }`, districts)));
    expect(project.problems).toEqual([]);
    expect(project.geographies).toMatchObject([{ dimension: 'municipality', file: FILE, crs: 'EPSG:3006' }]);
    expect(project.geographies[0]!.areas.map(({ id }) => id)).toEqual(['KLARA', 'STRAND', 'GRÄSDALEN', 'HAGALUND'].sort(order(districts)));
    expect(project.files.map(({ path }) => path)).toContain(FILE);
  });
  it('is WGS 84 where nothing says otherwise; numbers are ids too, heights and other keys are passed over', async () => {
    const high = { type: 'MultiPolygon', coordinates: [[square.map(([x, y]) => [x, y, 30])]] };
    const project = await readProject(
      await writeProject(withGeography(USUAL, collection([feature(1080, high), feature('0880', null)], { bbox: [] }))),
    );
    expect(project.problems).toEqual([]);
    expect(project.geographies).toEqual([
      { dimension: 'municipality', file: FILE, crs: 'EPSG:4326', areas: [{ id: '1080', polygons: [[square]] }] },
    ]);
  });

  it('names a file of geography/, a property that is there, and a dimension', async () => {
    expect(await problem('{ file: geography/other.json, id: id }', collection([feature('1')]))).toEqual([
      problemAt('malbild.yaml', LINE, 'unknown-name', 'file', 'geography/other.json', [FILE]),
    ]);
    expect(await problem(`{ file: ${FILE}, id: kod }`, collection([feature('1')]))).toEqual([
      problemAt('malbild.yaml', LINE, 'unknown-name', 'property', 'kod', ['id']),
    ]);
    expect(await problem(`{ file: ../elsewhere.json, id: id }`, collection([feature('1')]))).toMatchObject([
      { file: 'malbild.yaml', line: LINE },
    ]);
    expect(await problem(`{ file: ${FILE}, id: id, crs: "EPSG:1" }`, collection([feature('1')]))).toMatchObject([
      { file: 'malbild.yaml', line: LINE },
    ]);
    expect(await problem(`{ file: ${FILE}, id: id, name: namn }`, collection([feature('1')]))).toMatchObject([{ code: 'unknown-key' }]);
    const other = {
      ...smallProject,
      'malbild.yaml': `${smallProject['malbild.yaml']}geography: { district: ${USUAL} }\n`,
      [FILE]: collection([feature('1')]),
    };
    expect(await problemsOf(other)).toMatchObject([{ code: 'unknown-name', found: 'unknown dimension `district`' }]);
  });

  it.each([
    ['no JSON', '{', 'text that is not JSON'],
    ['another kind of document', '{"type":"Topology"}', 'GeoJSON with something else at type'],
    ['a geometry that is no area', collection([feature('1', { type: 'Point', coordinates: [1, 2] })]), 'in feature 1, geometry.type'],
    [
      'a ring of three positions',
      collection([feature('1', { type: 'Polygon', coordinates: [square.slice(0, 3)] })]),
      'in feature 1, geometry.coordinates',
    ],
    ['a feature without the id', collection([feature('1'), feature(null)]), 'feature 2 without `id`'],
    ['an id twice', collection([feature('1'), feature('1')]), '`1`, also in an earlier feature'],
    [
      'another system than it says',
      collection([feature('1', { type: 'Polygon', coordinates: [square.map(([x, y]) => [x! * 1e4, y! * 1e5])] })]),
      'the position 120000 5700000 in feature 1',
    ],
    [
      'an unknown system',
      collection([feature('1')], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } }),
      'the coordinate reference system urn:ogc:def:crs:EPSG::27700',
    ],
  ])('of %s is a problem of its file', async (_, boundaries, found) => {
    const [first, ...more] = await problem(USUAL, boundaries);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ file: FILE, line: 1 });
    expect(first!.found).toContain(found);
  });

  it('may not say two systems; a declared one decides where the file says none', async () => {
    expect(await problem(`{ file: ${FILE}, id: namn, crs: "EPSG:3007" }`, districts)).toEqual([
      problemAt(FILE, 1, 'wrong-value', '`crs` EPSG:3006', 'EPSG:3007, as malbild.yaml says; or leave it out there'),
    ]);
    const silent = districts.replace(/"crs":\{.*?\}\},/, '');
    expect(await problem(`{ file: ${FILE}, id: namn, crs: "EPSG:3006" }`, silent)).toEqual([]);
    expect((await problem(`{ file: ${FILE}, id: namn }`, silent))[0]!.allowed).toContain('or say `crs` in malbild.yaml');
    expect(CRS_NAMES).toContain('EPSG:3006');
  });

  it('that nothing declares is worth a second look', async () => {
    const project = await readProject(await writeProject({ ...smallProject, [FILE]: collection([feature('1')]) }));
    expect(project.warnings).toContainEqual(problemAt(FILE, 1, 'read-by-nothing', 'boundaries', '`geography:` in malbild.yaml'));
  });
});

/** Ids in the order that a file has them. */
const order = (text: string) => (a: string, b: string) => text.indexOf(`"${a}"`) - text.indexOf(`"${b}"`);
