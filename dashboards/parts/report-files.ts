import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { reportTitle, type Report } from '../report/report.ts';
import { reportTexts as t } from '#texts/report.ts';

/** The files that lie beside a report's page, each under a name that says what it is once it lies elsewhere; and which were left out. */
export function reportFiles({ site }: PageContext, page: string, { place, name }: Report): Html {
  const { formats, left_out: leftOut } = site.reports;
  const fileName = t.fileName(reportTitle(site), name, EDITION_DATE_TOKEN);
  return html`${
    formats.length === 0
      ? nothing
      : html`<p class="links files">
          ${formats.map(format => html`<a href="${link(page, paths.reportFile(place, format))}" download="${fileName}.${format}">${t.download[format]}</a>`)}
        </p>`
  }${leftOut.map(format => html`<p class="quiet">${t.leftOut[format]}</p>`)}`;
}
