import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { changeEntries } from '../../../dashboards/open-data/change-entries.ts';
import { writeAtom } from '../../../dashboards/open-data/write-atom.ts';
import { indexSite } from '../../../dashboards/site-index.ts';
import type { FeedEntry } from '../../../pipeline/contract/feed.ts';
import { fixtureSite } from '../fixture-site.ts';

const site = fixtureSite();
const index = indexSite(site);
const old: FeedEntry = { updated: '2026-10-16', title: 'A & <b>', summary: '"x"', path: 'index.html' };
const digest = (text: string): string => String(text.length);

/** The texts of each element of a name, in order. Throws where the XML is not well-formed. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on('opentag', tag => {
    inside = tag.name === name;
    if (inside) texts.push('');
  });
  parser.on('text', text => void (inside && (texts[texts.length - 1] += text)));
  parser.on('closetag', () => void (inside = false));
  parser.write(xml).close();
  return texts;
}

describe('the feed of changes', () => {
  it('tells of what changed since the edition before, then of metrics with other figures, then what it told before', () => {
    const metric = index.metric('sick-leave')!;
    const entries = changeEntries(index, [metric], [old]);
    expect(entries.length).toBe(site.changes.edition.length + 2);
    expect(entries.at(-1)).toEqual(old);
    expect(entries.at(-2)).toEqual({
      updated: site.as_of,
      title: 'Sjukfrånvaro: nya siffror',
      summary: index.facts(metric, '*')!.sentence,
      path: 'nyckeltal/sick-leave/index.html',
    });
  });

  it('tells of the two hundred latest', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...old, title: String(i) }));
    expect(changeEntries(index, [], many).length).toBe(200);
  });

  it('tells a day’s change once, though editions of that day tell of it again', () => {
    const metric = index.metric('sick-leave')!;
    const once = changeEntries(index, [metric], [old]);
    expect(changeEntries(index, [metric], once)).toEqual(once);
  });

  it('is well-formed Atom, whose entries keep their ids while others come before them', () => {
    const terms = site.municipality.open_data!;
    const [before, after] = [[old], [{ ...old, title: 'Nyare' }, old]].map(entries => writeAtom(site, terms, entries, digest));
    expect(textsOf(after!, 'title')).toEqual(['Ändringar i nyckeltal och mål, Åby kommun', 'Nyare', 'A & <b>']);
    expect(textsOf(after!, 'updated')[0]).toBe('2026-10-16T00:00:00Z');
    expect(textsOf(after!, 'id').at(-1)).toBe(textsOf(before!, 'id').at(-1));
    expect(textsOf(writeAtom(site, terms, [], digest), 'updated')).toEqual([`${site.as_of}T00:00:00Z`]);
  });
});
