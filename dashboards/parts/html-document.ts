import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw, toText } from '../html.ts';
import type { PageContext } from '../page.ts';
import { layoutTexts as t } from '#texts/layout.ts';
import { contentPolicy } from './content-policy.ts';

interface DocumentHead {
  title: string;
  /** True where every sheet of paper names the edition. */
  isFiled?: boolean;
}

/** A whole document, as text: the head that every page has, with what `links` leads it to, and a `<body>`. */
export const htmlDocument = (
  { site, assets, styleHash }: PageContext,
  { title, isFiled = false }: DocumentHead,
  links: Html,
  body: Html,
): string =>
  toText(
    html`<!doctype html>
      <html
        lang="sv"
        data-document="${t.printedHead(site.municipality.name, title)}"
        data-edition="${t.printedEdition(EDITION_DATE_TOKEN)}"
        data-edition-id="${isFiled ? EDITION_TOKEN : nothing}"
      >
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${contentPolicy(styleHash)}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="malbild-edition" content="${EDITION_TOKEN}" />
          <title>${t.title(title, site.municipality.name)}</title>
          ${raw(`<style>${assets.css}</style>`)} ${links}
        </head>
        ${body}
      </html> `,
  );
