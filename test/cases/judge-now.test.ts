import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawNow, judgeNow } from '../../pipeline/look.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { takeLock } from '../../pipeline/state/lock.ts';
import { effectsAt } from '../effects-at.ts';
import { texts } from '../../pipeline/cli/texts.ts';
import { aWorld } from '../cli/a-world.ts';
import { casesFolder } from './run-case.ts';

const effects = effectsAt(new Date('2027-01-15T09:00:00Z'));
let project: string;
const options = () => ({ project, out: join(project, 'dist'), asOf: null, rehash: false });

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'malbild-judge-now-'));
  await cp(join(casesFolder, 'one-metric'), project, { recursive: true });
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('what a run would show now', () => {
  it('is known for each audience before there is an edition, and makes none', async () => {
    const judged = await judgeNow(options(), effects);
    expect(judged.edition).toBeNull();
    expect(judged.given!.map(({ cells }) => [cells.audience, cells.metrics.map(metric => metric.declaration.id)])).toEqual([
      ['public', ['visits', 'waiting']],
      ['internal', ['visits', 'waiting']],
    ]);
    expect(existsSync(options().out)).toBe(false);
  });

  it('is what is then published, and is compared with that afterwards', async () => {
    const { edition } = await runPipeline(options(), effects);
    const judged = await judgeNow(options(), effects);
    expect(judged.edition).toBe(edition);
    const { cells, earlier } = judged.given![0]!;
    expect(await earlier.before!.observations('visits')).toEqual(cells.metrics[0]!.observations);
  });

  it('malbild diff lists nothing then, and what a change of a metric would move', async () => {
    const before = aWorld(project, { judgeNow });
    expect(await before.malbild('diff', '--exit-code')).toBe(0);
    expect(before.said.out).toMatch(/^0 statuses, 0 ranks and 0 figures would move/);
    const file = join(project, 'sql/metrics/visits.sql');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('sum(visits)', 'sum(visits + 1)'));
    const after = aWorld(project, { judgeNow });
    expect(await after.malbild('diff', '--exit-code', '--json')).toBe(1);
    const { figures } = JSON.parse(after.said.out) as { figures: { metric: string; relative: number }[] };
    expect(new Set(figures.map(({ metric }) => metric))).toEqual(new Set(['visits']));
    expect(figures.map(({ relative }) => relative)).toEqual(figures.map(({ relative }) => relative).sort((a, b) => b - a));
    await writeFile(file, text);
  });

  it('malbild preview shows a metric in the terminal, by board and by member, and writes its page', async () => {
    const preview = async (...options: string[]) => {
      const { malbild, said } = aWorld(project, { judgeNow, drawNow });
      return { code: await malbild('preview', 'visits', ...options), ...said };
    };
    const plain = await preview();
    expect(plain.out).toMatch(/^Besök\n/);
    const bars = plain.out.match(/^(januari|februari|mars) 2026 +\d+ +█+/gm);
    expect(bars).not.toBeNull();
    for (const by of ['board', 'organisation']) {
      const { out } = await preview('--by', by);
      expect(out.slice(0, plain.out.length)).toBe(plain.out);
      expect(out.slice(plain.out.length)).toMatch(new RegExp(`^\\n\\w+ 2026, ${by}\\nNorra nämnden +\\d+ +█+.*\\nSödra nämnden +\\d+ +█+.*\\n$`));
    }
    const unknown = await preview('--by', 'sex');
    expect([unknown.code, unknown.error]).toEqual([2, `malbild: ${texts.noSuchBreakdown('sex', ['board', 'organisation'])}\n`]);

    const drawn = await preview('--html');
    expect(drawn.out).toBe(`${project}/.malbild/preview/visits.html\n`);
    const page = await readFile(drawn.out.trim(), 'utf8');
    expect(page).toMatch(/<h1[^>]*>[^]*Besök/);
    expect(page).toContain('förhandsvisning');
    expect(page).toContain('<svg');
  });

  it('malbild preview says why a metric is held, in the words of a run', async () => {
    const file = join(project, 'sql/metrics/visits.sql');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('sum(visits)', 'sum(nullif(visits, visits))'));
    const { malbild, said } = aWorld(project, { judgeNow });
    expect(await malbild('preview', 'visits')).toBe(0);
    const told = said.out.split('\n').filter(line => line.endsWith('[null-input]'));
    expect(told).toEqual([expect.stringMatching(/^sql\/metrics\/visits\.sql: hold-metric: .*Besök/)]);
    await writeFile(file, text);
  });

  it('measures no more than what is asked about', async () => {
    const judged = await judgeNow(options(), effects, all => ({ ...all, metrics: all.metrics.filter(({ id }) => id === 'waiting') }));
    expect(judged.given![1]!.cells.metrics.map(metric => metric.declaration.id)).toEqual(['waiting']);
  });

  it('waits for no run that is going on, and says whose it is', async () => {
    const lock = await takeLock(join(project, '.malbild'), 'malbild run', effects.now());
    await expect(judgeNow(options(), effects)).rejects.toThrow(/malbild run/);
    lock.release();
  });
});
