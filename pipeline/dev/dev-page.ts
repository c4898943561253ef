/** Asks to be told of each new look at the project, and then loads the page again where it was. */
export const RELOAD_SCRIPT = `new EventSource('/_dev/looks').addEventListener('look', () => location.reload());\n`;
export const RELOAD_PATH = '_dev/reload.js';
export const LOOKS_PATH = '_dev/looks';

const SCRIPT = `<script defer src="/${RELOAD_PATH}"></script>`;

/** A page of the site that loads itself again, with what is wrong with the project above it. */
export function withReload(page: string, problems: string): string {
  const told = problems === '' ? '' : `<pre class="wrap">${escape(problems)}</pre>`;
  // By functions: a page may hold `$&`.
  return page.replace('</head>', () => `${SCRIPT}</head>`).replace(/<body[^>]*>/, body => `${body}${told}`);
}

/** Stands where there is no page: nothing could be worked out yet, or the address is not there. */
export const barePage = (title: string, problems: string): string =>
  withReload(
    `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><h1>${escape(title)}</h1></body></html>`,
    problems,
  );

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
