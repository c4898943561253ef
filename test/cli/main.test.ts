import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { HELP } from '../../pipeline/cli/help.ts';
import { texts } from '../../pipeline/cli/texts.ts';
import { appendRun } from '../../pipeline/state/run-ledger.ts';
import { ExpectedError } from '../../pipeline/words/expected-error.ts';
import type { RunOptions, RunResult } from '../../pipeline/words/run.ts';
import { putEdition } from '../serve/a-site.ts';
import { tempFolder } from '../temp-folder.ts';
import { aProject, aWorld, PROBLEM, RESULT } from './a-world.ts';

async function aFolder(): Promise<string> {
  const folder = await tempFolder();
  await writeFile(`${folder}/malbild.yaml`, 'name: Åby\n');
  return folder;
}
const publishIn = (folder: string): Promise<void> =>
  putEdition(`${folder}/dist`, 'a', { 'public/index.html': 'Åby', 'internal/index.html': 'inne' });

describe('malbild run', () => {
  it('runs in the folders that are asked for, and sums up', async () => {
    const folder = await aFolder();
    const asked: RunOptions[] = [];
    const { malbild, said } = aWorld('/', { run: options => (asked.push(options), Promise.resolve(RESULT)) });
    expect(await malbild('run', '--project', folder, '--as-of', '2026-10-15')).toBe(0);
    expect(asked).toEqual([{ project: folder, out: `${folder}/dist`, asOf: '2026-10-15', rehash: false, fetch: 'due' }]);
    expect(said.out).toBe(
      'published edition abc\n10 records: 8 loaded, 1 rejected, 1 ignored\n2 metrics, 30 observations, 1 goal, 7 pages\n0 problems, 0 findings; 1.3 s\n',
    );
  });

  it.each<[string[], RunOptions['fetch']]>([
    [['--fetch'], 'always'],
    [['--offline'], 'never'],
  ])('%j decides what is fetched', async (options, fetch) => {
    const asked: RunOptions[] = [];
    const { malbild } = aWorld(await aFolder(), { run: options => (asked.push(options), Promise.resolve(RESULT)) });
    await malbild('run', ...options);
    expect(asked).toMatchObject([{ fetch }]);
  });

  it.each<[Partial<RunResult>, number, string]>([
    [{ outcome: 'unchanged', counts: null }, 0, 'nothing has changed since edition abc\n0 problems'],
    [{ outcome: 'published', followUps: ['2026-T1'] }, 0, 'published edition abc; built for follow-up 2026-T1'],
    [{ outcome: 'published', problems: [PROBLEM] }, 1, "malbild.yaml:3: unknown key 'nmae'; name\npublished"],
    [{ outcome: 'held' }, 1, 'the edition is held by a finding: readers see edition abc'],
    [{ outcome: 'failed', edition: null }, 1, 'the run failed: there is no earlier edition'],
  ])('%j ends in %i', async (change, code, text) => {
    const { malbild, said } = aWorld(await aFolder(), { run: () => Promise.resolve({ ...RESULT, ...change }) });
    expect(await malbild('run')).toBe(code);
    expect(said.out).toContain(text);
  });

  it('lists findings where they are, in readers’ words', async () => {
    const finding = {
      code: 'check',
      severity: 'warn',
      sources: [],
      metrics: [],
      file: 'sql/checks/a.sql',
      line: 2,
      details: { message: 'Fel', rows: 3 },
    } as const;
    const { malbild, said } = aWorld(await aFolder(), { run: () => Promise.resolve({ ...RESULT, findings: [finding] }) });
    await malbild('run');
    expect(said.out).toContain('sql/checks/a.sql:2: warn: Fel (3 rader) [check]\n');
  });

  it('gives the result as JSON and nothing else', async () => {
    const { malbild, said } = aWorld(await aFolder());
    expect(await malbild('run', '--json')).toBe(0);
    expect(JSON.parse(said.out)).toEqual(RESULT);
  });

  it('makes nothing in a folder that is no project', async () => {
    const folder = await tempFolder();
    const { malbild, said } = aWorld(folder);
    expect(await malbild('run')).toBe(2);
    expect(said.error).toBe(`malbild: ${texts.noProject(folder)}\n`);
  });

  it('is ended by an interruption between two steps', async () => {
    const { malbild, said, interrupt, world } = aWorld(await aFolder());
    world.run = async (_, effects) => {
      effects.log.step('load.source');
      interrupt();
      effects.log.step('measure.metric');
      return Promise.resolve(RESULT);
    };
    expect(await malbild('run')).toBe(1);
    expect(said.error).toBe(`malbild: ${texts.stopped('SIGINT')}\n`);
  });
});

describe('an error', () => {
  it('that was expected is a sentence; any other is a fault, with its place', async () => {
    const expected = aWorld(await aFolder(), { run: () => Promise.reject(new ExpectedError('the disk is full')) });
    expect(await expected.malbild('run')).toBe(1);
    expect(expected.said.error).toBe('malbild: the disk is full\n');
    const fault = aWorld(await aFolder(), { run: () => Promise.reject(new TypeError('x is undefined')) });
    expect(await fault.malbild('run')).toBe(1);
    expect(fault.said.error).toMatch(/^malbild: unexpected error: .*\nTypeError: x is undefined\n +at /);
  });

  it('in the use of the command line ends in 2', async () => {
    const { malbild, said } = aWorld('/');
    expect(await malbild('rnu')).toBe(2);
    expect(said.error).toContain("did you mean 'run'?");
  });
});

describe('malbild check', () => {
  it('lists every problem and ends in 1, or says that there is none', async () => {
    const bad = aWorld(await aFolder(), { readProject: () => Promise.resolve(aProject({ problems: [PROBLEM, { ...PROBLEM, line: 9 }] })) });
    expect(await bad.malbild('check')).toBe(1);
    expect(bad.said.out).toBe("malbild.yaml:3: unknown key 'nmae'; name\nmalbild.yaml:9: unknown key 'nmae'; name\n2 problems\n");
    const good = aWorld(await aFolder());
    expect(await good.malbild('check')).toBe(0);
    expect(good.said.out).toBe('no problems: 0 sources, 0 metrics, 0 plan versions\n');
  });

  it('gives them as JSON', async () => {
    const { malbild, said } = aWorld(await aFolder(), { readProject: () => Promise.resolve(aProject({ problems: [PROBLEM] })) });
    expect(await malbild('check', '--json')).toBe(1);
    expect(JSON.parse(said.out)).toEqual({ problems: [PROBLEM], warnings: [] });
  });
});

describe('malbild serve', () => {
  it('shows the public site unless the internal one is asked for, until it is interrupted', async () => {
    const folder = await aFolder();
    await publishIn(folder);
    for (const [audience, page] of [
      ['public', 'Åby'],
      ['internal', 'inne'],
    ] as const) {
      const { malbild, whenSaid, interrupt } = aWorld(folder);
      const ended = malbild('serve', ...(audience === 'internal' ? ['--audience', 'internal'] : []));
      const [, address] = await whenSaid(/(http:\/\/localhost:\d+\/) \(Ctrl-C/);
      expect(await (await fetch(address!)).text()).toBe(page);
      interrupt();
      expect(await ended).toBe(0);
    }
  });

  it('says what to do where nothing is published', async () => {
    const folder = await aFolder();
    const { malbild, said } = aWorld(folder);
    expect(await malbild('serve')).toBe(1);
    expect(said.error).toBe(`malbild: ${texts.nothingPublished(`${folder}/dist`)}\n`);
  });
});

describe('malbild start', () => {
  it('runs, then serves', async () => {
    const folder = await aFolder();
    const { malbild, whenSaid, interrupt } = aWorld(folder, { run: () => publishIn(folder).then(() => RESULT) });
    const ended = malbild('start');
    await whenSaid(/published edition abc[^]*serving the public site/);
    interrupt();
    expect(await ended).toBe(0);
  });

  it.each([
    ['failed', () => Promise.resolve({ ...RESULT, outcome: 'failed' as const })],
    ['threw', () => Promise.reject(new ExpectedError('malbild.yaml:1: not YAML'))],
  ])('serves the last good edition where the run %s', async (_, run) => {
    const folder = await aFolder();
    await publishIn(folder);
    const { malbild, said, whenSaid, interrupt } = aWorld(folder, { run });
    const ended = malbild('start');
    await whenSaid(/serving the public site/);
    expect(said.error).toContain(texts.servingEarlier);
    interrupt();
    expect(await ended).toBe(0);
  });

  it('ends where the run failed and there is nothing to serve', async () => {
    const { malbild, said } = aWorld(await aFolder(), { run: () => Promise.reject(new ExpectedError('x')) });
    expect(await malbild('start')).toBe(1);
    expect(said.error).toBe('malbild: x\n');
  });
});

describe('malbild schedule', () => {
  it('runs for a time that the ledger has no run for, until it is interrupted', async () => {
    const folder = await aFolder();
    const ran = { run: '1', finished: '', outcome: 'published', edition: 'a', content: null, failures: [] } as const;
    await appendRun(`${folder}/.malbild`, { ...ran, started: '2026-11-21T04:30:00.000Z' });
    const { malbild, whenSaid, interrupt } = aWorld(folder);
    const ended = malbild('schedule');
    await whenSaid(/run for 2026-11-22T04:30:00\.000Z\npublished edition abc/);
    interrupt();
    expect(await ended).toBe(0);
  });

  it('needs a schedule', async () => {
    const folder = await aFolder();
    const municipality = { ...aProject().municipality, schedule: null };
    const { malbild, said } = aWorld(folder, { readProject: () => Promise.resolve(aProject({ municipality })) });
    expect(await malbild('schedule')).toBe(1);
    expect(said.error).toBe(`malbild: ${texts.noSchedule(folder)}\n`);
  });
});

it('malbild help shows every command', async () => {
  const { malbild, said } = aWorld('/');
  expect(await malbild('help')).toBe(0);
  expect(said.out).toBe(HELP);
});

it('folders are taken from where the person stands', async () => {
  const folder = await aFolder();
  await mkdir(`${folder}/aby`);
  await writeFile(`${folder}/aby/malbild.yaml`, '');
  const asked: RunOptions[] = [];
  const { malbild } = aWorld(folder, { run: options => (asked.push(options), Promise.resolve(RESULT)) });
  await malbild('run', '--project', 'aby', '--out', 'out');
  expect(asked[0]).toMatchObject({ project: `${folder}/aby`, out: `${folder}/out` });
});
