import type { EntryGroup } from '../search/entry.ts';

/** What the search page at an address lists. Rejects where it cannot be had, or is no search page. */
export async function readSearchPage(address: string): Promise<EntryGroup[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const groups = [...page.querySelectorAll<HTMLElement>('h2[data-kind]')].map(heading => ({
    id: heading.id,
    kind: heading.dataset.kind!,
    entries: [...heading.parentElement!.querySelectorAll('li')].map(item => {
      const link = item.querySelector('a')!;
      return {
        name: link.textContent,
        detail: item.querySelector('span')?.textContent ?? '',
        terms: item.dataset.terms ?? '',
        href: new URL(link.getAttribute('href')!, address).href,
      };
    }),
  }));
  if (groups.length === 0) throw new Error(`${address} lists nothing`);
  return groups;
}
