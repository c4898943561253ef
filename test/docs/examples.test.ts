import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalsFile } from '../../pipeline/contract/goals.ts';
import type { Effects } from '../../pipeline/effects/effects.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { measure } from '../../pipeline/measure/measure.ts';
import { formatProblem } from '../../pipeline/messages/problems.ts';
import { model } from '../../pipeline/model/model.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { observationFields, observationHeader } from '../../pipeline/render/observation-columns.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import type { RunResult } from '../../pipeline/words/run.ts';
import { anchorsOf, blocksOf, linksOf, type Block } from './read-page.ts';
import { effectsAt } from '../effects-at.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = join(root, 'docs');
const pages = [
  ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(docs, name)),
  join(root, 'README.md'),
].filter(page => existsSync(page));
const blocks = pages.flatMap(page => blocksOf(readFileSync(page, 'utf8')));
const effects: Effects = effectsAt(new Date('2026-03-20T09:00:00Z'));

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A new folder with the files that the pages give for a project. */
async function writeProject(project: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `malbild-docs-${project}-`));
  folders.push(folder);
  if (project === 'demonstration')
    for (const part of ['malbild.yaml', 'sources', 'sql', 'geography']) await cp(join(root, part), join(folder, part), { recursive: true });
  else if (!blocks.some(block => block.project === project && block.file === 'malbild.yaml'))
    await writeFile(join(folder, 'malbild.yaml'), blockOf('minimal', 'malbild.yaml').text.replace(/^place:[^]*/m, ''));
  for (const { file, text } of blocks.filter(block => block.project === project && block.file !== null)) {
    await mkdir(dirname(join(folder, file!)), { recursive: true });
    await writeFile(join(folder, file!), text);
  }
  return folder;
}

function blockOf(project: string, file: string): Block {
  const found = blocks.find(block => block.project === project && block.file === file);
  if (!found) throw new Error(`no page gives ${file} of ${project}`);
  return found;
}

const csvLine = (fields: readonly (string | number | null)[]): string => fields.map(field => field ?? '').join();
const rowsOf = (csv: string): string[] => csv.split(/\r?\n/).filter(line => line !== '');

describe('the examples in docs/', () => {
  it.each([...new Set(blocks.map(block => block.project))].sort())('project %s has no problems', async project => {
    const { problems } = await readProject(await writeProject(project));
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('gives each file of a project once', () => {
    const files = blocks.filter(block => block.file !== null).map(block => `${block.project} ${block.file}`);
    expect(files).toEqual([...new Set(files)]);
  });
});

describe('the small municipality of your-municipality.md and plans.md', () => {
  let folder: string;
  let result: RunResult;
  beforeAll(async () => {
    folder = await writeProject('minimal');
    result = await runPipeline({ project: folder, out: join(folder, 'dist'), asOf: '2026-03-20', rehash: false }, effects);
  });
  const published = (path: string): string => readFileSync(join(folder, 'dist/current/public', path), 'utf8');

  it('publishes its first edition without a finding', () => {
    expect(result).toMatchObject({ outcome: 'published', problems: [], findings: [] });
  });

  it('comes out with the figures that the page shows', () => {
    const shown = blocks.find(block => block.project === 'minimal' && block.check === 'observations')!;
    expect(rowsOf(published('data/observations/fixed-in-time.csv'))).toEqual(expect.arrayContaining(rowsOf(shown.text)));
  });

  it('judges the plan as the page says: met so far, and partly while the work goes on', () => {
    const [plan] = (JSON.parse(published('data/goals.json')) as GoalsFile).plans;
    const indicators = plan!.goals[0]!.goals[0]!.indicators;
    expect(indicators.map(({ id, status, rests_on }) => [id, status, rests_on])).toEqual([
      ['TN-tid', 'met', 'to-date'],
      ['TN-app', 'partly', 'forecast'],
    ]);
  });
});

describe('the five-minute metric of metrics.md', () => {
  it('comes out with the figures that the page shows', async () => {
    const folder = await writeProject('demonstration');
    const project = await readProject(folder);
    const only = { ...project, checks: [], metrics: project.metrics.filter(metric => metric.id === 'decided-within-30-days') };
    const warehouse = await openWarehouse(join(folder, 'spill'));
    const asOf = project.municipality.as_of!;
    const state = join(folder, '.malbild');
    const loaded = await load(only, await extract(only, state, effects, { rehash: false }), asOf, warehouse, state, effects);
    const [measured] = (await measure(only, loaded, await model(only, loaded, warehouse, effects), asOf, warehouse, effects)).metrics;
    warehouse.closeSync();
    const { declaration, observations } = measured!;
    const rows = observations.map(row => csvLine(observationFields(declaration.id, row)));
    const shown = blocks.find(block => block.project === 'demonstration' && block.check === 'observations')!;
    expect([observationHeader(declaration.dimensions).join(), ...rows]).toEqual(expect.arrayContaining(rowsOf(shown.text)));
  });
});

describe('every file of the code that docs/ and README.md name', () => {
  it.each(pages.map(page => relative(root, page)))('%s', page => {
    const named = readFileSync(join(root, page), 'utf8').matchAll(/`((?:pipeline|dashboards|test)\/[\w./-]+)`/g);
    expect([...named].map(([, path]) => path!).filter(path => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('every link in docs/ and README.md', () => {
  it.each(pages.map(page => relative(root, page)))('%s leads to files and headings that exist', page => {
    const text = readFileSync(join(root, page), 'utf8');
    const broken = linksOf(text).filter(({ path, anchor }) => {
      const target = path === '' ? join(root, page) : join(root, dirname(page), path);
      if (!existsSync(target)) return true;
      return anchor !== null && target.endsWith('.md') && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken.map(({ path, anchor }) => `${path}${anchor === null ? '' : `#${anchor}`}`)).toEqual([]);
  });
});
