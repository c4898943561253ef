import type { FeedEntry } from '../../pipeline/contract/feed.ts';
import type { OpenData, Site } from '../../pipeline/contract/site.ts';
import { paths } from '../paths.ts';
import { catalogueTexts as t } from '#texts/catalogue.ts';
import { xmlText } from './xml-text.ts';

/**
 * The changes as an Atom feed (RFC 4287). An entry's id is the feed's address and a digest of what it says, so it is the same in every edition that
 * has it; a day is written as its midnight in UTC, since Atom has no days. `digest`: text to a short digest.
 */
export function writeAtom(site: Site, { address }: OpenData, entries: readonly FeedEntry[], digest: (text: string) => string): string {
  const feed = `${address}${paths.feed}`;
  const updated = (day: string): string => `<updated>${day}T00:00:00Z</updated>`;
  const items = entries.map(entry => {
    const id = `${feed}#${digest(JSON.stringify(entry))}`;
    const link = `<link href="${xmlText(`${address}${entry.path}`)}"/>`;
    return `<entry>\n<id>${xmlText(id)}</id>\n<title>${xmlText(entry.title)}</title>\n${updated(entry.updated)}\n${link}\n<summary>${xmlText(entry.summary)}</summary>\n</entry>\n`;
  });
  const name = site.municipality.name;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>${xmlText(feed)}</id>
<title>${xmlText(t.feedTitle(name))}</title>
<author><name>${xmlText(name)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(feed)}"/>
<link href="${xmlText(address)}"/>
${updated(entries[0]?.updated ?? site.as_of)}
${items.join('')}</feed>
`;
}
