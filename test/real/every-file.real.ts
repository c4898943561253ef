import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { real } from './real-files.ts';

/** The suite that loads a file, by the pattern of its path in the folder of real files; the first that fits. */
const LOADED: readonly (readonly [path: RegExp, suite: string])[] = [
  [/^byggr-xml\/.*\.xml$/, 'byggr'],
  [/^csv-misc\/.*\.csv$/, 'municipal-csv'],
  [/^csv-spectrum\/csvs\/.*\.csv$/, 'csv-spectrum'],
  [/^csv-test-data\/csv\/.*\.csv$/, 'csv-test-data'],
  [/^dcat-ap-se\/.*\.rdf$/, 'documents'],
  [/^demo-kpis\.json$/, 'documents'],
  [/^excel\/.*\.xlsx$/, 'xlsx'],
  [/^geo\/.*json$/, 'documents'],
  [/^it-strategy\/.*\.csv$/, 'documents'],
  [/^kolada-catalogue\//, 'kolada-values'],
  [/^kolada-v3-raw\/.*\.json$/, 'kolada-raw'],
  [/^kolada-values\/.*\.parquet$/, 'kolada-values'],
  [/^px\/.*\.px$/, 'cubes'],
  [/^px\/dcat-ap\.xml$/, 'documents'],
  [/^scb-jsonstat2\/pxwebpy_tables\.json$/, 'documents'],
  [/^scb-jsonstat2\/(?!_|pxwebpy_config)/, 'cubes'],
  [/^sie\//, 'sie'],
  [/^skolverket-api\/.*\.json$/, 'skolverket-api'],
  [/^skolverket-csv\/.*\.(csv|xlsx)$/, 'skolverket'],
  [/^spc\/.*\.json$/, 'documents'],
];
/** What is no data, or of no format there is. */
const NOT_LOADED: readonly (readonly [path: RegExp, why: string])[] = [
  [/(^|\/)(SOURCE|README|readme)\.md$/, 'says where files are from'],
  [/^csv-(spectrum|test-data)\/json\/.*\.json$/, 'what the CSV file of the same name is compared with'],
  [/^dcat-ap-se\/.*\.ttl$/, 'RDF in Turtle is no table; the same in XML is loaded'],
  [/^scb-jsonstat2\/_manifest\.json$/, 'one object whose keys are names of files: no list of records'],
  [/^scb-jsonstat2\/pxwebpy_config\.json$/, 'one object of settings: no list of records'],
];

const files = readdirSync(real(), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => `${entry.parentPath}/${entry.name}`.slice(real().length + 1).normalize('NFC'))
  .sort();
const fits =
  (path: string) =>
  ([pattern]: readonly [RegExp, string]) =>
    pattern.test(path);

describe('every file that lies in the folder of real files', () => {
  it.each(files)('%s is loaded by a suite, or there is a reason why not', path => {
    const loaded = LOADED.find(entry => !NOT_LOADED.some(fits(path)) && fits(path)(entry));
    if (!loaded) return expect(NOT_LOADED.filter(fits(path)), 'in neither list: a new file').toHaveLength(1);
    const suite = readFileSync(new URL(`${loaded[1]}.real.ts`, import.meta.url), 'utf8');
    const [folder = '', name = folder] = path.split(/\/(?:.*\/)?/);
    // A suite names the file, or reads all of its folder's names.
    expect(suite.includes(name) || suite.includes('readdirSync'), `${loaded[1]} does not name it`).toBe(true);
    return expect(suite).toContain(`'${folder}'`);
  });

  it('no line of the lists is about nothing', () => {
    const unused = [...LOADED, ...NOT_LOADED].filter(entry => !files.some(path => fits(path)(entry)));
    expect(unused.map(([pattern]) => pattern.source)).toEqual([]);
  });
});
