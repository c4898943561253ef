import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrowSite, sitePages } from '../../dashboards/render-site.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { drawersOf, type Drawers } from '../../pipeline/render/draw/drawers.ts';
import { drawPages } from '../../pipeline/render/draw/draw-pages.ts';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { SOME_ASSETS } from '../dashboards/some-assets.ts';
import { buildBundle } from './build-bundle.ts';

const built = buildBundle('draw');

/** The pages of the metrics, drawn with drawers or without. */
async function drawn(site: Site, drawers: Drawers | null): Promise<ReadonlyMap<string, string>> {
  const pages = await sitePages(site, SOME_ASSETS);
  const metrics = site.metrics.map(metric => ({
    narrowed: () => narrowSite(site, metric),
    pages: pages.filter(page => page.metric === metric.id),
  }));
  return drawPages([], metrics, drawers?.forPages(1000) ?? []);
}

describe('the thread that draws pages', () => {
  let drawers: Drawers;
  beforeAll(() => {
    drawers = drawersOf(SOME_ASSETS, built('draw-worker.js'), 2);
  });
  afterAll(() => drawers.end());

  it.each<[string, Site]>([
    ['an ordinary edition', fixtureSite()],
    ['the internal audience', fixtureSite({ audience: 'internal' })],
    ['a demonstration', fixtureSite({ demonstration: true })],
  ])('draws the pages of %s with the very bytes that they have without it', async (_, site) => {
    const [drawer] = drawers.forPages(1000);
    const away: string[] = [];
    const counted: Drawers = {
      ...drawers,
      forPages: () => [{ ...drawer!, draw: asked => (away.push(...asked.paths), drawer!.draw(asked)) }],
    };
    const both = await drawn(site, counted);
    expect(away.length).toBeGreaterThan(1);
    expect(both).toEqual(await drawn(site, null));
  });

  it('says which page cannot be drawn, and draws the next', async () => {
    const site = fixtureSite();
    const broken = {
      ...site,
      metrics: site.metrics.map(metric => ({ ...metric, grains: null as never })),
    };
    await expect(drawn(broken, drawers)).rejects.toThrow(/^nyckeltal\/\S+\.html cannot be drawn: /);
    expect((await drawn(site, drawers)).size).toBeGreaterThan(5);
  });

  it('says that it ended', async () => {
    const ended = drawersOf(SOME_ASSETS, built('draw-worker.js'), 2);
    const [drawer] = ended.forPages(1000);
    await ended.end();
    await expect(drawer!.draw({ site: {} as never, paths: [] })).rejects.toThrow('the thread that draws pages ended');
  });

  it('is not started for a few pages, nor where there is one core', () => {
    expect(drawers.forPages(99)).toEqual([]);
    expect(drawersOf(SOME_ASSETS, built('draw-worker.js'), 1).forPages(1000)).toEqual([]);
  });
});
