import type { Area } from '../../contract/geography.ts';
import { problemAt, problemText } from '../../messages/problems.ts';
import { CRS_NAMES, KNOWN_CRS, type CrsName } from '../../words/crs.ts';
import type { Geography, GeographyDeclaration } from '../../words/geography.ts';
import type { Problem } from '../../words/problem.ts';
import type { ProjectText } from '../find-files.ts';
import type { YamlDocument } from '../read-yaml.ts';
import { geojsonSchema, type GeoJson } from './geojson-schema.ts';

/** A declared boundary file, read; null, with its problems, where it cannot be used. Problems of a feature are told by its number, from 1. */
export function readGeography(
  declared: GeographyDeclaration,
  document: YamlDocument,
  files: readonly ProjectText[],
  problems: Problem[],
): Geography | null {
  const line = (key: string) => document.lineAt(['geography', declared.dimension, key]);
  const file = files.find(({ kind, path }) => kind === 'geography' && path === declared.file);
  if (file === undefined) {
    const known = files.filter(({ kind }) => kind === 'geography').map(({ path }) => path);
    problems.push({ file: document.file, line: line('file'), ...problemText('unknown-name', 'file', declared.file, known) });
    return null;
  }
  const geojson = parse(file, problems);
  if (geojson === null) return null;
  const found: Problem[] = [];
  const crs = crsOf(declared, geojson, file.path, found);
  const properties = [...new Set(geojson.features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  if (!properties.includes(declared.id))
    found.push({ file: document.file, line: line('id'), ...problemText('unknown-name', 'property', declared.id, properties) });
  else if (crs !== null) found.push(...positionProblems(geojson, crs, file.path));
  const areas = found.length > 0 ? [] : areasOf(geojson, declared.id, file.path, found);
  problems.push(...found);
  return found.length > 0 || crs === null ? null : { dimension: declared.dimension, file: file.path, crs, areas };
}

function parse({ path, text }: ProjectText, problems: Problem[]): GeoJson | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    problems.push(problemAt(path, 1, 'wrong-value', `text that is not JSON (${(error as Error).message})`, 'GeoJSON, a FeatureCollection'));
    return null;
  }
  const result = geojsonSchema.safeParse(value);
  if (result.success) return result.data;
  // The first is enough: a file of another shape has as many problems as features.
  const { path: at, message } = result.error.issues[0]!;
  problems.push(problemAt(path, 1, 'wrong-value', `GeoJSON with something else ${placeOf(at)}`, message));
  return null;
}

/** `in feature 3, geometry.coordinates`. */
function placeOf(path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  if (list !== 'features' || typeof index !== 'number') return path.length === 0 ? 'than a collection' : `at ${path.join('.')}`;
  return `in feature ${index + 1}${rest.length === 0 ? '' : `, ${rest.slice(0, 2).join('.')}`}`;
}

/** The declared system, else the file's own, else WGS 84, as RFC 7946 says. Both must agree. */
function crsOf({ crs }: GeographyDeclaration, geojson: GeoJson, file: string, problems: Problem[]): CrsName | null {
  const written = geojson.crs?.properties.name;
  const own = written === undefined ? null : /CRS84$/.test(written) ? 'EPSG:4326' : `EPSG:${/(\d+)$/.exec(written)?.[1] ?? '?'}`;
  const known = CRS_NAMES.find(name => name === own) ?? null;
  if (own !== null && known === null && crs === null)
    problems.push(problemAt(file, 1, 'wrong-value', `the coordinate reference system ${written!}`, CRS_NAMES.join(', ')));
  else if (known !== null && crs !== null && known !== crs)
    problems.push(problemAt(file, 1, 'wrong-value', `\`crs\` ${known}`, `${crs}, as malbild.yaml says; or leave it out there`));
  return problems.length > 0 ? null : (crs ?? known ?? 'EPSG:4326');
}

/** The first position that is not where the system has Sweden. */
function positionProblems(geojson: GeoJson, crs: CrsName, file: string): Problem[] {
  const [west, south, east, north] = KNOWN_CRS[crs].bounds;
  const outside = (x: number, y: number) => !(x >= west && x <= east && y >= south && y <= north);
  for (const [i, { geometry }] of geojson.features.entries()) {
    const wrong = geometry?.flat(2).find(([x, y]) => outside(x, y));
    if (wrong)
      return [
        problemAt(
          file,
          1,
          'wrong-value',
          `the position ${wrong.join(' ')} in feature ${i + 1}`,
          `east and north in ${crs}, ${west} to ${east} and ${south} to ${north}; or say \`crs\` in malbild.yaml`,
        ),
      ];
  }
  return [];
}

/** One area a member. A feature without a geometry has none: its member is told of as one without an area. */
function areasOf({ features }: GeoJson, property: string, file: string, problems: Problem[]): Area[] {
  const areas = new Map<string, Area>();
  for (const [i, { properties, geometry }] of features.entries()) {
    const id = properties?.[property];
    if (typeof id !== 'string' && typeof id !== 'number')
      problems.push(problemAt(file, 1, 'wrong-value', `feature ${i + 1} without \`${property}\``, 'a text or a number there'));
    else if (areas.has(String(id))) problems.push(problemAt(file, 1, 'duplicate-id', String(id), ['an earlier feature']));
    else if (geometry !== null) areas.set(String(id), { id: String(id), polygons: geometry });
  }
  return [...areas.values()];
}
