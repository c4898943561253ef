import { expect, test } from 'vitest';
import { ledeTemplate } from '../../dashboards/drill/lede-template.ts';
import type { Html } from '../../dashboards/html.ts';
import { html, toText } from '../../dashboards/html.ts';

const markup = (sentences: string) => toText(ledeTemplate({ html }, sentences) as Html).replace(/<!--.*?-->/g, '');

test('the first sentence of a lede stands apart from the rest, and nothing is lost', () => {
  expect(markup('Andelen var 7,8 % i okt. 2026. Hittills i år är den 7,5 %. Det är högre.')).toBe(
    '<p class="lede">Andelen var 7,8 % i okt. 2026. <span class="rest">Hittills i år är den 7,5 %. Det är högre.</span></p>',
  );
  expect(markup('Inga uppgifter.')).toBe('<p class="lede">Inga uppgifter.</p>');
});
