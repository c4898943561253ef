import type { Status } from '../../pipeline/contract/status.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { accessibilityStatement } from '../parts/accessibility-statement.ts';
import { layout } from '../parts/layout.ts';
import { statusMark } from '../parts/status-mark.ts';
import { tag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { aboutTexts as t } from '#texts/about.ts';
import { accessibilityTexts } from '#texts/accessibility.ts';
import { layoutTexts } from '#texts/layout.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../words.ts';

/** How everything is made: statuses, marks, what is hidden, signals, forecasts; and the accessibility statement. */
export function aboutPage(context: PageContext): Page {
  const path = paths.about;
  const section = (id: string, title: string, content: Html) =>
    html`<section aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      <div class="prose">${content}</div>
    </section>`;
  const paragraphs = (texts: readonly string[]) => texts.map(text => html`<p>${text}</p>`);
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede}</p>
    ${section('status', t.status, paragraphs(t.statusText))}
    ${section(
      'marken',
      t.marks,
      html`<p>${t.marksText}</p>
        ${markTable()}`,
    )}
    ${section(
      'ord',
      t.tags,
      html`<dl class="pairs">
        ${t.tagWords.map(
          ([mark, words]) =>
            html`<dt>${tag(statusTexts.mark[mark])}</dt>
              <dd>${words}</dd>`,
        )}
      </dl>`,
    )}
    ${section('fakta', t.facts, paragraphs(t.factsText))}
    ${section('dolda', t.hidden, paragraphs([t.hiddenText, ...(context.site.municipality.complements ? t.complementsText : t.smallAloneText)]))}
    ${section('signaler', t.signals, paragraphs(t.signalsText))} ${section('prognoser', t.forecasts, paragraphs(t.forecastsText))}
    ${section('utgavor', t.editions, html`<p>${t.editionsText}</p>`)}
    ${section(
      'oppna-data',
      t.openData,
      html`<p>${t.openDataText}</p>
        <p><a href="${link(path, paths.openData)}">${t.openDataLink}</a></p>`,
    )}
    ${section('sprak', t.language, html`<p>${t.languageText}</p>`)} ${section('uppgifter', t.privacy, html`<p>${t.privacyText}</p>`)}
    ${section('tillganglighet', accessibilityTexts.title, accessibilityStatement(context))}`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

/** Every mark beside its words, solid and dashed. */
function markTable(): Html {
  const statuses: readonly Status[] = ['met', 'partly', 'not-met', 'not-assessable'];
  const cell = (status: Status, basis: 'outcome' | 'forecast') =>
    html`<td><span class="with-mark">${statusMark(status, basis)}${statusWord(status, basis)}</span></td>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t.marksTable}">
    <table>
      <thead>
        <tr>
          <th scope="col">${t.solid}</th>
          <th scope="col">${t.dashed}</th>
        </tr>
      </thead>
      <tbody>
        ${statuses.map(
          status =>
            html`<tr>
              ${cell(status, 'outcome')}${status === 'not-assessable' ? html`<td>–</td>` : cell(status, 'forecast')}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
