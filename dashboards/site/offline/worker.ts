import type { OfflinePlan } from '../../offline/plan.ts';
import { answer } from './answer.ts';
import type { Connection } from './keep.ts';
import { grantWish } from './grant-wish.ts';
import { forgetOthers, keepEdition } from './keep.ts';
import type { Wish } from './wish.ts';

/** What is used of a service worker's scope: TypeScript's own declaration of it cannot stand beside that of a page. */
interface WorkerScope {
  /** Set by `sw.js`, which reads this script in. */
  malbild: OfflinePlan;
  registration: { scope: string };
  clients: { matchAll(options: object): Promise<readonly { url: string }[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: { data: Wish; ports: readonly MessagePort[]; waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}

const worker = self as unknown as WorkerScope;
const { malbild: plan } = worker;
/** The tree's root; ends with `/`. */
const root = worker.registration.scope;

worker.addEventListener('install', event => {
  event.waitUntil(install());
});
worker.addEventListener('activate', event => {
  event.waitUntil(forgetOthers(plan, root).then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', event => {
  const answered = answer(event.request, plan, root);
  if (answered !== null) event.respondWith(answered);
});
worker.addEventListener('message', event => {
  event.waitUntil(grantWish(event.data, plan, root).then(granted => event.ports[0]?.postMessage(granted)));
});

/** Each page carries all of its own edition, so the new worker may take over while earlier pages are open. */
async function install(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = open.map(({ url }) => url.replace(/[?#].*$/, '').replace(/\/$/, '/index.html'));
  await keepEdition(
    plan,
    root,
    pages.filter(page => page.startsWith(root)),
    (navigator as { connection?: Connection }).connection,
  );
  await worker.skipWaiting();
}
