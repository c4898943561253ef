import { offerSaving } from './offer-saving.ts';

/** Lets the page's site be read without a network, where the page names a service worker and the browser allows one. */
export function registerOffline(): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name="malbild-offline"]');
  if (!named || !('serviceWorker' in navigator)) return;
  // After the page itself: what is kept for later is not to compete with it.
  addEventListener('load', () => {
    navigator.serviceWorker.register(new URL(named.content, document.baseURI)).catch(reportError);
    void navigator.serviceWorker.ready.then(offerSaving);
  });
}
