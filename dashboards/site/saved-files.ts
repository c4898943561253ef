import type { SavedFile } from '../offline/files-to-save.ts';
import type { Answers, Wish } from './offline/wish.ts';

/** Files at once, while the reader may be reading. */
const AT_ONCE = 4;

/** What is saved with the open page: what it and the menu lead to, and the series of the metrics' pages among them. Null without a network. */
export function weigh({ scope, active }: ServiceWorkerRegistration): Promise<readonly SavedFile[] | null> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href], .menu a[href]')].map(link => link.href);
  const pages = [location.href.replace(/\/([?#]|$)/, '/index.html$1'), ...links]
    .filter(address => address.startsWith(scope))
    .map(address => decodeURIComponent(address.slice(scope.length).replace(/[?#].*$/, '')));
  return ask<'weigh'>(active!, { weigh: pages.filter(isPage) });
}

/** Has the worker keep the files, and tells after each how many are done. Returns how many could not be had. */
export async function save(
  files: readonly SavedFile[],
  { scope, active }: ServiceWorkerRegistration,
  tell: (done: number) => void,
): Promise<number> {
  // The browser may answer no, and then keeps what is saved for as long as it has room.
  void navigator.storage?.persist?.();
  await ask<'saved'>(active!, { saved: files.map(({ path }) => path).filter(isPage) });
  const rest = [...files];
  let missed = 0;
  const next = async (): Promise<void> => {
    for (let file = rest.shift(); file !== undefined; file = rest.shift()) {
      if (!(await ask<'keep'>(active!, { keep: scope + file.path.split('/').map(encodeURIComponent).join('/') }))) missed += 1;
      tell(files.length - rest.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return missed;
}

export const isPage = (path: string): boolean => path.endsWith('.html');

const ask = <Name extends keyof Answers>(worker: ServiceWorker, wish: Wish & { [name in Name]: unknown }): Promise<Answers[Name]> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as Answers[Name]);
    worker.postMessage(wish, [port2]);
  });
