import { formatDay, formatMonth } from '../../pipeline/contract/format-day.ts';
import { monthOf } from '../../pipeline/contract/period.ts';
import type { SiteSource } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { brokenWords } from '../broken-words.ts';
import { html } from '../html.ts';
import { sourceTexts as t } from '#texts/source.ts';
import { tag } from './tags.ts';

/** How a source stands: in time, late with the day it was due, unreadable, or never delivered. */
export function sourceState(source: SiteSource): Html {
  if (source.broken) return html`${tag(brokenWords(source))}`;
  if (source.late) return html`${tag(t.late)}${source.due === null ? '' : ` ${t.wasDue(formatDay(source.due))}`}`;
  return source.due === null ? t.noCadence : t.inTime;
}

export const lastDelivered = (source: SiteSource): string => {
  const [latest] = source.deliveries;
  return latest === undefined ? t.never : formatDay(latest.received);
};

const coveredThrough = (source: SiteSource): string =>
  source.last_covered === null ? t.noCoverage : formatMonth(monthOf(source.last_covered));

/** How fresh sources are. `id` names the caption. */
export const freshnessTable = (sources: readonly SiteSource[], id: string, caption: Html): Html =>
  html` <p class="cap" id="${id}">${caption}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${t.source}</th>
            <th scope="col">${t.state}</th>
            <th scope="col">${t.delivered}</th>
            <th scope="col">${t.covers}</th>
          </tr>
        </thead>
        <tbody>
          ${sources.map(
            source =>
              html`<tr>
                <th scope="row">${source.name}</th>
                <td>${sourceState(source)}</td>
                <td>${lastDelivered(source)}</td>
                <td>${coveredThrough(source)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
