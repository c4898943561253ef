import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { filesToSave } from '../../dashboards/offline/files-to-save.ts';
import { renderOffline } from '../../dashboards/offline/render-offline.ts';
import type { OfflinePlan } from '../../dashboards/offline/plan.ts';
import { answer } from '../../dashboards/site/offline/answer.ts';
import { cacheName } from '../../dashboards/site/offline/cache-name.ts';
import { isImmutable, mayFetchAhead } from '../../dashboards/site/offline/keep.ts';
import { fixtureSite } from './fixture-site.ts';

const page = (path: string, html = '') => ({ path, version: html, html });
const WORKER = 'assets/offline-1.js';
const ASSETS = ['assets/main-1.js', WORKER];
const PAGES = [
  page('index.html', '<a href="nyckeltal/a/index.html#x"></a><a href="https://x.example/y.html"></a><a href="borta/index.html"></a>'),
  page('mal/index.html', '<a href="../mal/1/index.html"></a>'),
  page('mal/1/index.html'),
  page('namnd/B/index.html', '<a href="../../nyckeltal/a/B/index.html"></a>'),
  page('nyckeltal/a/index.html', '<a href="../b/index.html"></a>'),
  page('nyckeltal/a/B/index.html'),
  page('nyckeltal/b/index.html'),
  page('utan-nat/index.html'),
];
const site = fixtureSite();
const planOf = (script: string): OfflinePlan => JSON.parse(/^self\.malbild=(.*);$/m.exec(script)![1]!) as OfflinePlan;

describe('sw.js', () => {
  test('plans the shell, and the pages that the overview, the lists and the boards lead to; nothing that is not in the tree', async () => {
    const script = await renderOffline(site, WORKER, ASSETS, PAGES);
    expect(script).toMatch(/\nimportScripts\("assets\/offline-1\.js"\);\n$/);
    const { audience, date, shell, likely } = planOf(script);
    expect({ audience, date, shell }).toEqual({
      audience: 'public',
      date: '16 november 2026',
      shell: ['index.html', 'utan-nat/index.html', 'icon.svg', 'assets/main-1.js'],
    });
    expect(likely).toEqual(['mal/index.html', 'nyckeltal/a/index.html', 'mal/1/index.html', 'nyckeltal/a/B/index.html']);
  });

  test('is the same for the same tree in any order, and another for another page or asset', async () => {
    const made = await renderOffline(site, WORKER, ASSETS, PAGES);
    expect(planOf(await renderOffline(site, WORKER, [...ASSETS].reverse(), [...PAGES].reverse())).content).toBe(planOf(made).content);
    const changed = PAGES.map(one => (one.path === 'nyckeltal/b/index.html' ? page(one.path, 'ny') : one));
    expect(planOf(await renderOffline(site, WORKER, ASSETS, changed)).content).not.toBe(planOf(made).content);
    const other = await renderOffline(site, WORKER, ['assets/main-2.js', WORKER], PAGES);
    expect(planOf(other).content).not.toBe(planOf(made).content);
  });

  test('does not plan a whole large site', async () => {
    const many = Array.from({ length: 200 }, (_, i) => page(`nyckeltal/m${i}/index.html`));
    const overview = page('index.html', many.map(({ path }) => `<a href="${path}"></a>`).join(''));
    expect(planOf(await renderOffline(site, WORKER, ASSETS, [overview, ...many])).likely).toHaveLength(80);
  });
});

test.each([
  [undefined, true],
  [{ effectiveType: '4g', saveData: false }, true],
  [{ effectiveType: '4g', saveData: true }, false],
  [{ effectiveType: '3g' }, false],
  [{ effectiveType: '4g', type: 'cellular' }, false],
])('pages that nobody asked for are fetched over a connection that says %o: %s', (connection, may) => {
  expect(mayFetchAhead(connection)).toBe(may);
});

describe('what saving pages takes', () => {
  const node = (id: string, parent: string | null) => ({ id, parent, level: '', name: id, valid_from: null, valid_to: null });
  const files = ['a', 'a-B', 'a-U', 'a-old', 'a-C', 'b', 'b-B'].map(name => ({ path: `data/${name}.json`, sha256: '', bytes: 10 }));
  const pages = ['nyckeltal/a/index.html', 'nyckeltal/a/B/index.html', 'mal/1/index.html'].map(path => ({ path, sha256: '', bytes: 1000 }));
  const json = (metric: string, nodes: readonly string[]) =>
    Object.fromEntries(nodes.map(id => [id, `data/${metric}${id === '*' ? '' : `-${id}`}.json`]));
  const metric = (id: string, nodes: readonly string[]): Manifest['metrics'][number] => ({
    id,
    name: id,
    unit: '',
    desired: 'none',
    decimals: 0,
    life: null,
    sql: '',
    sha256: '',
    json: json(id, nodes),
  });
  const manifest = {
    files: [...files, ...pages],
    metrics: [metric('a', ['*', 'B', 'U', 'old', 'C']), metric('b', ['*', 'B'])],
    // A unit that has moved stands under both of its boards.
    hierarchies: { organisation: [node('B', null), node('C', null), node('U', 'C'), node('U', 'B'), node('old', 'U')] },
  };
  const saved = (...paths: string[]): string[] => filesToSave(manifest, paths).map(({ path }) => path);

  test('is the pages that the tree has, and of a metric’s page at a board the series of all that has stood under it and of the whole', () => {
    expect(saved('nyckeltal/a/B/index.html', 'mal/1/index.html', 'borta/index.html')).toEqual([
      ...['data/a.json', 'data/a-B.json', 'data/a-U.json', 'data/a-old.json'],
      ...['nyckeltal/a/B/index.html', 'mal/1/index.html'],
    ]);
  });

  test('is every series of a metric whose page is about the whole, and none of a metric without its page', () => {
    expect(saved('nyckeltal/a/index.html')).toEqual([...files.slice(0, 5), pages[0]!].map(({ path }) => path));
  });
});

test('caches of two audiences, two addresses and two editions are different ones', () => {
  const plan = { audience: 'public', content: 'a', date: '', shell: [], likely: [] } satisfies OfflinePlan;
  const names = [
    cacheName(plan, 'https://k.example/'),
    cacheName({ ...plan, audience: 'internal' }, 'https://k.example/'),
    cacheName(plan, 'https://k.example/sub/'),
    cacheName({ ...plan, content: 'b' }, 'https://k.example/'),
  ];
  expect(new Set(names).size).toBe(4);
});

describe('what is asked for', () => {
  const root = 'https://k.example/m/';
  const plan = { audience: 'public', content: 'a', date: '17 november 2026', shell: [], likely: [] } satisfies OfflinePlan;
  /** What the browser would have kept, by address. */
  let kept: Map<string, Response>;
  const ask = (path: string, navigates = true): Promise<Response> => {
    const request = new Request(root + path);
    return answer(
      navigates ? new Proxy(request, { get: (it, key) => (key === 'mode' ? 'navigate' : (it as never)[key]) }) : request,
      plan,
      root,
    )!;
  };
  beforeEach(() => {
    kept = new Map([[`${root}mal/index.html`, new Response('<body><main id="x">Mål</main></body>')]]);
    const cache = {
      match: async (address: string) => kept.get(address)?.clone(),
      put: async (address: string, it: Response) => void kept.set(address, it),
    };
    vi.stubGlobal('caches', { open: async () => cache });
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('a page that does not come in time is the kept one, and says so with the edition’s date', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const asked = ask('mal/');
    await vi.advanceTimersByTimeAsync(3000);
    const text = await (await asked).text();
    expect(text).toContain('Visas utan nät, från utgåvan 17 november 2026.');
    expect(text).toContain('<main id="x">Mål');
  });

  test('a page that is not kept leads to the one that says so; what a script asks for fails as without a worker', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect((await ask('nyckeltal/a/index.html')).headers.get('location')).toBe(`${root}utan-nat/index.html`);
    await expect(ask('sok/index.html', false)).rejects.toThrow('no network');
  });

  test('what has a hashed name is asked for once; downloads, the status and other sites are left alone', async () => {
    expect(isImmutable(`${root}data/pages/a-1.json`)).toBe(true);
    for (const path of ['data/observations/a.csv', 'status.js', 'sw.js', 'data/manifest.json'])
      expect(answer(new Request(root + path), plan, root)).toBe(null);
    expect(answer(new Request('https://k.example/other/index.html'), plan, root)).toBe(null);
    expect(answer(new Request(`${root}index.html`, { method: 'POST' }), plan, root)).toBe(null);
  });
});
