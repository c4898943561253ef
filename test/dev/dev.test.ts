import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesFolder } from '../cases/run-case.ts';
import { aWorld } from '../cli/a-world.ts';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';

let project: string;
let address: string;
let ended: Promise<number>;
let interrupt: () => void;
let steps: string[] = [];
let output: { out: string };

/** Waits until an open page is told to load itself again, after something was saved. */
function nextLook(save: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}_dev/looks`, response => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (text.includes('here')) save().catch(reject);
        if (!text.includes('event: look')) return;
        asked.destroy();
        resolve();
      });
    });
    asked.on('error', error => (asked.destroyed ? undefined : reject(error)));
    asked.end();
  });
}
const page = async (path = ''): Promise<string> => (await fetch(`${address}${path}`)).text();
const metricFile = (id: string) => join(project, `sql/metrics/${id}.sql`);
const edit = async (path: string, change: (text: string) => string) => writeFile(path, change(await readFile(path, 'utf8')));

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'malbild-dev-'));
  await cp(join(casesFolder, 'one-metric'), project, { recursive: true });
  const { world, malbild, whenSaid, interrupt: stop, said } = aWorld(project);
  world.effects = { ...world.effects, log: { step: (name, detail) => void steps.push([name, ...(detail ? [detail] : [])].join(' ')) } };
  interrupt = stop;
  output = said;
  ended = malbild('dev', '--audience', 'internal');
  address = (await whenSaid(/http:\/\/localhost:\d+\//))[0];
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('what is saved is seen', () => {
  it('from pages that load themselves again, and nothing is published', async () => {
    expect(await page()).toContain('_dev/reload.js');
    expect(await page('_dev/reload.js')).toContain("'/_dev/looks'");
    expect(await page('nyckeltal/visits/index.html')).toMatch(/<h1>Besök/);
    expect((await fetch(`${address}nyckeltal/nothing/`)).status).toBe(404);
    expect(existsSync(join(project, 'dist'))).toBe(false);
  });

  it('a metric that is written over, and of the figures only those that rest on it are worked out', async () => {
    steps = [];
    const worked = () => steps.filter(step => /^(load|measure)\./.test(step));
    await nextLook(() => edit(metricFile('waiting'), text => text.replace(/^decision: .*/m, 'decision: Fler stolar')));
    expect(await page('nyckeltal/waiting/')).toContain('Fler stolar');
    expect(worked()).toEqual([]);
    await nextLook(() =>
      edit(metricFile('waiting'), text => text.replace('sum(waiting_minutes)', '2 * sum(waiting_minutes)').replace('2 * sum(', 'sum(2 * ')),
    );
    expect(worked()).toEqual(['measure.metric visits', 'measure.metric waiting']);
  });

  it('one that an editor replaces', async () => {
    await writeFile(
      join(project, 'new'),
      (await readFile(metricFile('waiting'), 'utf8')).replace('name: Väntetid per besök', 'name: Väntan'),
    );
    await nextLook(() => rename(join(project, 'new'), metricFile('waiting')));
    expect(await page('nyckeltal/waiting/')).toContain('<h1>Väntan');
  });

  it('malbild.yaml, and what is wrong with it, above the pages that were right', async () => {
    const right = await readFile(join(project, 'malbild.yaml'), 'utf8');
    await nextLook(() => writeFile(join(project, 'malbild.yaml'), right.replace(/^name:/m, 'nmae:')));
    expect(await page('nyckeltal/waiting/')).toMatch(/<pre[^>]*>[^<]*malbild.yaml:\d+: [^<]*nmae/);
    expect(output.out).toContain('nmae');
    await nextLook(() => writeFile(join(project, 'malbild.yaml'), right));
    expect(await page('nyckeltal/waiting/')).not.toContain('nmae');
  });
});

it('ends when it is interrupted', async () => {
  interrupt();
  expect(await ended).toBe(0);
  expect(existsSync(join(project, '.malbild/lock'))).toBe(false);
});
