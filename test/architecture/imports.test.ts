import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STAGES = ['read', 'extract', 'load', 'model', 'measure', 'rederive', 'protect', 'judge', 'render', 'publish'];
/** Rooms that any stage may use: nouns, what is published, effects, DuckDB, texts, process control. */
const SHARED = ['words', 'contract', 'effects', 'warehouse', 'messages', 'spc'];

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name));

/** Relative imports of a file, as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) =>
    relative(root, normalize(join(root, dirname(file), to!))),
  );
}

const breaches = (folder: string, allowed: (from: string, to: string) => boolean): string[] =>
  files(folder).flatMap(from => importsOf(from).flatMap(to => (allowed(from, to) ? [] : [`${from} imports ${to}`])));

describe('the house', () => {
  it.each(STAGES)('pipeline/%s imports no other stage', stage => {
    const rooms = [stage, ...SHARED, ...(stage === 'publish' || stage === 'extract' ? ['state'] : [])];
    const found = breaches(
      `pipeline/${stage}`,
      (_, to) => rooms.some(room => to.startsWith(`pipeline/${room}/`)) || (stage === 'render' && to.startsWith('dashboards/')),
    );
    expect(found).toEqual([]);
  });

  it('only what stands in pipeline itself imports the stages from outside them', () => {
    const isStage = (path: string) => STAGES.some(stage => path.startsWith(`pipeline/${stage}/`));
    const found = breaches(
      'pipeline',
      (from, to) =>
        isStage(from) ||
        dirname(from) === 'pipeline' ||
        from.startsWith('pipeline/draft/') ||
        from.startsWith('pipeline/editions/') ||
        from.startsWith('pipeline/explain/') ||
        from === 'pipeline/cases/check-cases.ts' ||
        !isStage(to),
    );
    expect(found).toEqual([]);
  });

  it('drafts are made with what reads files when they are loaded, and nothing else of a stage', () => {
    const readers = ['formats', 'text', 'values', 'packed'].map(room => `pipeline/load/${room}/`);
    const rooms = [...readers, 'pipeline/draft/', ...SHARED.map(room => `pipeline/${room}/`)];
    expect(breaches('pipeline/draft', (_, to) => rooms.some(room => to.startsWith(room)))).toEqual([]);
  });

  it('what reads kept editions back knows how they are published, and nothing else of a stage', () => {
    const rooms = ['pipeline/editions/', 'pipeline/publish/', ...SHARED.map(room => `pipeline/${room}/`)];
    expect(breaches('pipeline/editions', (_, to) => rooms.some(room => to.startsWith(room)))).toEqual([]);
  });

  it('process control knows figures, and nothing of metrics or plans', () => {
    const rooms = ['spc', 'contract', 'words'].map(room => `pipeline/${room}/`);
    expect(breaches('pipeline/spc', (_, to) => rooms.some(room => to.startsWith(room)))).toEqual([]);
  });

  it('the auditor knows what is published, and shares nothing with what hides', () => {
    const rooms = ['audit', 'contract', 'words'].map(room => `pipeline/${room}/`);
    expect(breaches('pipeline/audit', (_, to) => rooms.some(room => to.startsWith(room)))).toEqual([]);
    // What both use is nouns, calendar and errors: no rule of what is hidden or of what adds up.
    const shared = (folder: string): string[] =>
      files(folder)
        .flatMap(importsOf)
        .filter(to => to.startsWith('pipeline/words/'));
    expect(shared('pipeline/audit').filter(to => !/(expected-error|finding|group-by)\.ts$/.test(to))).toEqual([]);
  });

  it('what is published imports nothing else', () => {
    expect(breaches('pipeline/contract', (_, to) => to.startsWith('pipeline/contract/'))).toEqual([]);
  });

  it('dashboards import only what is published, and themselves', () => {
    expect(
      breaches('dashboards', (_, to) => ['pipeline/contract/', 'dashboards/', 'node_modules/'].some(room => to.startsWith(room))),
    ).toEqual([]);
  });

  it('SQL in TypeScript stands in pipeline/warehouse and pipeline/measure alone', () => {
    const sql = /[`"']\s*(select [\s\S]{1,80} from|with \S+ as \(|insert into|create (or replace )?(temp )?(table|view)|copy \() /i;
    const elsewhere = [...files('pipeline'), ...files('dashboards')].filter(file => !/^pipeline\/(warehouse|measure)\//.test(file));
    expect(elsewhere.filter(file => sql.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('no file is over 300 lines', () => {
    const long = ['pipeline', 'dashboards', 'demonstration', 'test']
      .flatMap(files)
      .filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('the clock is read in pipeline/effects, and in the browser by the script that tells what is due', () => {
    const clock = /Date\.now\(\)|new Date\(\)/;
    const found = [...files('pipeline'), ...files('dashboards')].filter(
      file =>
        !file.startsWith('pipeline/effects/') && file !== 'dashboards/site/due.ts' && clock.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
