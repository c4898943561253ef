import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { Contact } from '../../pipeline/contract/site.ts';
import { ASSESSED_ON, accessibilityChecks } from '../accessibility-checks.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { accessibilityTexts as t } from '#texts/accessibility.ts';

/** The statement with what the law asks for: conformance, defects and why, how it was assessed and when, contact, supervision. */
export function accessibilityStatement({ site }: PageContext): Html {
  const { name, contact } = site.municipality;
  const paragraphs = (texts: readonly string[]): Html => texts.map(text => html`<p>${text}</p>`);
  const list = (texts: readonly string[]): Html =>
    html`<ul>
      ${texts.map(text => html`<li>${text}</li>`)}
    </ul>`;
  return html`<p>${t.intro(name)}</p>
    <h3>${t.conformance}</h3>
    ${paragraphs(t.conformanceText)}
    <h3>${t.defects}</h3>
    ${list(t.defectsText)}
    <h3>${t.tests}</h3>
    <p>${t.testsText}</p>
    ${list(accessibilityChecks.map(({ words }) => words))}
    <h3>${t.contact}</h3>
    <p>${t.contactText(name)}</p>
    ${contact === null ? html`<p>${t.noContact(name)}</p>` : contactWays(contact)}
    <h3>${t.supervision}</h3>
    <p>${t.supervisionText}</p>
    <p><a href="${t.supervisionAddress}">${t.supervisionLink}</a></p>
    <p class="quiet">${t.date(formatDay(ASSESSED_ON), EDITION_DATE_TOKEN)}</p>`;
}

const contactWays = ({ email, phone, url }: Contact): Html =>
  html`<dl class="pairs">
    ${email === null ? nothing : way(t.email, `mailto:${email}`, email)}
    ${phone === null ? nothing : way(t.phone, `tel:${phone.replace(/[^\d+]/g, '')}`, phone)}
    ${url === null ? nothing : way(t.url, url, url.replace(/^https?:\/\//, ''))}
  </dl>`;

const way = (kind: string, href: string, words: string): Html =>
  html`<dt>${kind}</dt>
    <dd><a href="${href}">${words}</a></dd>`;
