import { FLAGS, MARKS } from '../../pipeline/contract/observation.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { paths } from '../paths.ts';
import { wholeOf } from '../place-of.ts';
import type { SiteIndex } from '../site-index.ts';
import { openDataTexts as t } from '#texts/open-data.ts';

/** How the files are read: their kinds, columns and codes. `dimensions`: what readers call them. */
export const dataKeys = (dimensions: readonly string[]): Html =>
  html`<section aria-labelledby="slag">
      <h2 id="slag">${t.kinds}</h2>
      <dl class="pairs">
        ${t.kindsText.map(
          ([kind, words]) =>
            html`<dt>${kind}</dt>
              <dd>${words}</dd>`,
        )}
      </dl>
    </section>
    <section aria-labelledby="kolumner">
      <h2 id="kolumner">${t.columns}</h2>
      ${codes(Object.entries(t.columnWords))}
      ${dimensions.length === 0 ? '' : html`<p class="intro">${t.dimensions(dimensions.join(', ').toLowerCase())}</p>`}
      <h3>${t.flags}</h3>
      ${codes(FLAGS.map(flag => [flag, t.flagWords[flag]]))}
      <h3>${t.marks}</h3>
      ${codes(MARKS.map(mark => [mark, t.markWords[mark]]))}
    </section>`;

/** Words of the files, which are English, and what they mean. */
const codes = (pairs: readonly (readonly [string, string])[]): Html =>
  html`<dl class="pairs">
    ${pairs.map(
      ([code, words]) =>
        html`<dt><code lang="en" translate="no">${code}</code></dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;

/** A question that the metric's file answers, in SQL that can be run as it stands. */
export function dataExample(index: SiteIndex, metric: SiteMetric): Html {
  const whole = metric.dimensions.map(dimension => `\n  and "${dimension}" = '${wholeOf(index, dimension)}'`).join('');
  const sql = `select period_start, value, marks
from '${paths.observations(metric.id, 'csv')}'
where grain = '${metric.grains.at(-1) ?? metric.finest}' and "window" = 'period' and flag is null${whole}
order by period_start;`;
  return html`<section aria-labelledby="exempel">
    <h2 id="exempel">${t.example}</h2>
    <div class="prose">
      <p>${t.exampleText(metric.name)}</p>
      <pre lang="en" translate="no" tabindex="0" role="region" aria-label="${t.exampleLabel}">${sql}</pre>
      <p>${t.excel}</p>
    </div>
  </section>`;
}
