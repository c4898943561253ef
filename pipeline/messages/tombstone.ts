import { formatDay } from '../contract/format-day.ts';
import type { Withdrawal } from '../contract/editions.ts';

const escape = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

/** The page that stands in the place of a withdrawn edition: alone, since nothing of the edition is left. */
export const tombstonePage = ({ as_of, date, by, reason, follow_up }: Withdrawal): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Återkallad utgåva</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}</style>
</head>
<body>
<main>
<h1>${follow_up === null ? 'Utgåvan är återkallad' : 'Uppföljningen är återkallad'}</h1>
<p>Det som visades här, med uppgifter per ${formatDay(as_of)}, är borttaget.</p>
<p>Varför: ${escape(reason)}</p>
<p>Återkallad av ${escape(by)} den ${formatDay(date)}.</p>
</main>
</body>
</html>
`;
