import { catalogue } from '../../dashboards/open-data/catalogue.ts';
import { changeEntries } from '../../dashboards/open-data/change-entries.ts';
import { dataPackage } from '../../dashboards/open-data/data-package.ts';
import { writeAtom } from '../../dashboards/open-data/write-atom.ts';
import { writeRdfXml } from '../../dashboards/open-data/write-rdf-xml.ts';
import { writeTurtle } from '../../dashboards/open-data/write-turtle.ts';
import { paths } from '../../dashboards/paths.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import type { EditionsFile } from '../contract/editions.ts';
import type { ChangesFile } from '../contract/feed.ts';
import type { Site, SiteMetric } from '../contract/site.ts';
import { digestOf } from '../words/digest.ts';
import type { EarlierTree, RenderedFile } from '../words/stages.ts';
import { encode } from './encode.ts';

/**
 * What tells programs of a tree's tables: the data package, the editions before and what has changed; of the public tree, where `malbild.yaml` says its address and
 * licence, also the catalogue and the feed. A follow-up never changes, and is no catalogue of its own. `changed`: metrics whose figures are others.
 */
export function renderOpenData(site: Site, before: EarlierTree | null, changed: readonly SiteMetric[]): RenderedFile[] {
  const file = (path: string, text: string): RenderedFile => ({ path, bytes: encode(text) });
  const entries = before === null ? [] : changeEntries(indexSite(site), changed, site.history);
  const made = [
    file(paths.dataPackage, `${JSON.stringify(dataPackage(site), null, 1)}\n`),
    file(paths.editionsFile, `${JSON.stringify({ editions: site.editions } satisfies EditionsFile, null, 1)}\n`),
    file(paths.changes, `${JSON.stringify({ entries } satisfies ChangesFile, null, 1)}\n`),
  ];
  const { open_data: terms } = site.municipality;
  if (terms === null || site.audience === 'internal' || site.follow_up !== null) return made;
  const resources = catalogue(site, terms);
  return [
    ...made,
    file(paths.catalogue('rdf'), writeRdfXml(resources)),
    file(paths.catalogue('ttl'), writeTurtle(resources)),
    file(
      paths.feed,
      writeAtom(site, terms, entries, text => digestOf(text).slice(0, 16)),
    ),
  ];
}
