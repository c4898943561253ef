import { expect, it } from 'vitest';
import { sitePages } from '../../dashboards/render-site.ts';
import { buildAssets } from './build-assets.ts';
import { fixtureSite } from './fixture-site.ts';

it('the list of maps names its lowest and highest areas in columns of words, that wrap where a unit is long', async () => {
  const { assets } = await buildAssets();
  const { html } = (await sitePages(fixtureSite(), assets)).find(({ path }) => path === 'karta/index.html')!.render();
  for (const heading of ['Lägst', 'Högst']) expect(html).toContain(`<th scope="col" class="l">${heading}</th>`);
  expect(html.match(/<td class="l wraps">/g)).toHaveLength(2 * html.match(/<th scope="row">/g)!.length);
});
