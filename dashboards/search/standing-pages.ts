import { paths } from '../paths.ts';
import { reportsOf } from '../report/report.ts';
import type { SiteIndex } from '../site-index.ts';
import { aboutTexts } from '#texts/about.ts';
import { accessibilityTexts } from '#texts/accessibility.ts';
import { layoutTexts } from '#texts/layout.ts';
import { openDataTexts } from '#texts/open-data.ts';
import { searchTexts as t } from '#texts/search.ts';
import { reportTexts } from '#texts/report.ts';
import type { Entry } from './entry.ts';

/** The pages that every tree has, in the order of the menu and the footer, then the reports and the follow-ups. */
export function standingPages(index: SiteIndex): Entry[] {
  const { site, boards } = index;
  const { menu, footer } = layoutTexts;
  const shown: [string, string, boolean][] = [
    [menu.overview, paths.overview, true],
    [menu.goals, paths.goals, site.plans.length > 0],
    [menu.boards, paths.boards, boards.length > 0],
    [menu.metrics, paths.metrics, true],
    [footer.dataQuality, paths.dataQuality, true],
    [footer.sources, paths.sources, site.sources.length > 0],
    [footer.editions, paths.editions, true],
    [openDataTexts.title, paths.openData, true],
    [aboutTexts.title, paths.about, true],
    [accessibilityTexts.title, `${paths.about}#tillganglighet`, true],
  ];
  const pages = shown.filter(([, , exists]) => exists).map(([name, href]) => ({ name, detail: '', terms: '', href }));
  // A follow-up's own tree has none of the others.
  const listed = site.follow_up === null ? site.follow_ups : [];
  const followUps = listed.map(({ id, name }) => ({ name, detail: t.followUp, terms: id, href: paths.followUp(id) }));
  const reports = reportsOf(index).map(({ place, board }) => ({
    name: reportTexts.link(board?.name ?? null),
    detail: reportTexts.searchDetail,
    terms: place === '*' ? '' : place,
    href: paths.report(place),
  }));
  return [...pages, ...reports, ...followUps];
}
