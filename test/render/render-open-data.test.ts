import { describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../pipeline/contract/feed.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { renderOpenData } from '../../pipeline/render/render-open-data.ts';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { earlierTree } from '../protect/protect-over.ts';

const old: FeedEntry = { updated: '2026-10-16', title: 'Äldre', summary: '', path: 'index.html' };
const before = earlierTree({});
const pathsOf = (site: Site): string[] => renderOpenData(site, null, []).map(({ path }) => path);

describe('what tells programs of a tree', () => {
  const site = { ...fixtureSite(), history: [old] };
  const always = ['data/datapackage.json', 'data/editions.json', 'data/changes.json'];

  it('is the data package, the editions before, the changes, the catalogue in two formats and the feed', () =>
    expect(pathsOf(site)).toEqual([...always, 'data/catalogue.rdf', 'data/catalogue.ttl', 'data/changes.atom']));

  it('is no catalogue or feed internally, of a follow-up, and where no address and licence are stated', () => {
    expect(pathsOf({ ...site, audience: 'internal' })).toEqual(always);
    expect(pathsOf({ ...site, follow_up: site.follow_ups[0]! })).toEqual(always);
    expect(pathsOf({ ...site, municipality: { ...site.municipality, open_data: null } })).toEqual(always);
  });

  it('keeps what was told before, and tells of nothing at the first edition', () => {
    const entriesOf = (from: typeof before | null): FeedEntry[] => {
      const file = renderOpenData(site, from, site.metrics.slice(0, 1)).find(({ path }) => path === 'data/changes.json')!;
      return (JSON.parse(new TextDecoder().decode(file.bytes)) as { entries: FeedEntry[] }).entries;
    };
    expect(entriesOf(before).at(-1)).toEqual(old);
    expect(entriesOf(before).length).toBe(site.changes.edition.length + 2);
    expect(entriesOf(null)).toEqual([]);
  });
});
