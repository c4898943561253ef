import type { OfflinePlan } from '../../offline/plan.ts';
import { paths } from '../../paths.ts';
import { offlineTexts } from '#texts/offline.ts';
import { cacheName } from './cache-name.ts';
import { isImmutable } from './keep.ts';

/** How long a page is waited for where there is a kept one, in milliseconds: after that a bad network is no network. */
const PATIENCE = 3000;
/** Where a page's content begins. */
const MAIN = '<main ';

/** What a request is answered with; null for what is left to the browser: downloads, and `status.js`, which is never kept. */
export function answer(request: Request, plan: OfflinePlan, root: string): Promise<Response> | null {
  if (request.method !== 'GET' || !request.url.startsWith(root)) return null;
  const address = request.url.replace(/[?#].*$/, '').replace(/\/$/, '/index.html');
  if (isImmutable(address)) return fromCacheFirst(request, address, plan, root);
  return address.endsWith('.html') ? fromNetworkFirst(request, address, plan, root) : null;
}

async function fromCacheFirst(request: Request, address: string, plan: OfflinePlan, root: string): Promise<Response> {
  const cache = await caches.open(cacheName(plan, root));
  return (await cache.match(address)) ?? keep(cache, address, await fetch(request));
}

/** From the network, and kept; else the kept one, which says so; else, for a reader, the page that says that there is none. */
async function fromNetworkFirst(request: Request, address: string, plan: OfflinePlan, root: string): Promise<Response> {
  const cache = await caches.open(cacheName(plan, root));
  const kept = await cache.match(address);
  const coming = fetch(request).then(response => keep(cache, address, response));
  // It may fail after another answer was given.
  coming.catch(() => undefined);
  const isReader = request.mode === 'navigate';
  try {
    return await (kept === undefined ? coming : Promise.race([coming, tooLate()]));
  } catch (error) {
    if (kept !== undefined) return isReader ? withNotice(kept, plan) : kept;
    if (isReader) return Response.redirect(root + paths.offline);
    throw error;
  }
}

async function keep(cache: Cache, address: string, response: Response): Promise<Response> {
  if (response.ok && response.type === 'basic' && !response.redirected) await cache.put(address, response.clone());
  return response;
}

const tooLate = (): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE));

/** The kept page with the line that says what it is, before its content. */
async function withNotice(kept: Response, { date }: OfflinePlan): Promise<Response> {
  const notice = `<aside class="notice" aria-label="${offlineTexts.noticeLabel}"><div class="wrap"><p>${offlineTexts.notice(date)}</p></div></aside>`;
  const html = (await kept.text()).replace(MAIN, `${notice}${MAIN}`);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
