import { expect, it } from 'vitest';
import { html, toText } from '../../dashboards/html.ts';

it('a mark in data that turns the direction of what follows it stands on a page as a sign that something was there', () => {
  const name = 'Skolan \u202egnalv\u2069 ö';
  expect(toText(html`<p title="${name}">${name}</p>`)).toBe('<p title="Skolan �gnalv� ö">Skolan �gnalv� ö</p>');
});
