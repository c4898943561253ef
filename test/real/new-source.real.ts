import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import { loadDraft } from '../draft/load-draft.ts';
import { real } from './real-files.ts';

/** Files that hold no record of any format, and what is said of each. */
const NO_RECORDS: Readonly<Record<string, RegExp>> = {
  'csv-test-data/csv/all-empty.csv': /^it is empty$/,
  'scb-jsonstat2/pxwebpy_TAB6471_metadata.json': /2006784 celler/,
  'scb-jsonstat2/_manifest.json': /JSON without a list of objects/,
  'byggr-xml/arendeexport.empty.xml': /an empty batch\?/,
};
/** Files that are not as their format says. */
const BROKEN: Readonly<Record<string, RegExp>> = { 'csv-spectrum/csvs/location_coordinates.csv': /^line 2: .*citattecknen/ };
const REFUSED = { ...NO_RECORDS, ...BROKEN };

const FOLDERS: readonly [folder: string, names: RegExp][] = [
  ['csv-misc', /\.csv$/],
  ['it-strategy', /\.csv$/],
  ['skolverket-csv', /\.(csv|xlsx)$/],
  ['excel', /\.xlsx$/],
  ['sie', /\.(se|SI)$/],
  ['px', /\.px$/],
  ['scb-jsonstat2', /\.json$/],
  ['byggr-xml', /\.xml$/],
  ['kolada-v3-raw', /\.json$/],
  ['kolada-values', /\.parquet$/],
  ['kolada-catalogue', /\.(json|ndjson|ndjson\.gz)$/],
  ['skolverket-api', /\.json$/],
  ['geo', /json$/],
  ['csv-spectrum/csvs', /\.csv$/],
  ['csv-test-data/csv', /^(?!bad-).*\.csv$/],
];
const files = FOLDERS.flatMap(([folder, names]) =>
  readdirSync(real(folder))
    .filter(name => names.test(name))
    .map(name => `${folder}/${name}`),
);
const drafted = files.filter(file => !(file in REFUSED));

describe('a declaration drafted from every real file that fits a format', () => {
  it('is made from 19 of 20 at least of those that hold records', () => {
    expect(Object.keys(REFUSED).every(file => files.includes(file))).toBe(true);
    expect(files.length).toBeGreaterThan(70);
    expect(drafted.length / (files.length - Object.keys(NO_RECORDS).length)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(drafted)('%s: with no more than the decisions made, all its records load', async file => {
    const { draft, counts } = await loadDraft(basename(file), await readFile(real(file)));
    const { records, loaded, rejected, ignored } = counts;
    process.stdout.write(
      `${file}: ${draft.type}, ${draft.columns} columns; ${loaded} of ${records} records loaded, ${rejected} rejected, ${ignored} ignored\n`,
    );
    expect(rejected).toBe(0);
    expect(records).toBe(loaded + rejected + ignored);
    expect(draft.records).toMatchObject({ read: records, loaded, ignored, all: true });
    if (draft.columns <= 20) expect(draft.yaml.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it.each(Object.entries(REFUSED))('%s is refused, and it is said why', async (file, why) => {
    const message = await draftSource(real(file), null).then(
      () => 'drafted',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(message.replace(/^.*no source can be drafted from it: /, '')).toMatch(why);
  });
});
