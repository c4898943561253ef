import '../styles/site.css';
import './mb-drill.ts';
import { offerDownloads } from './offer-downloads.ts';
import { registerOffline } from './register-offline.ts';
import { openPaletteFrom } from './search-button.ts';
import { makeSortable } from './sort-table.ts';
import { whenWanted } from './when-wanted.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);

const search = document.querySelector<HTMLAnchorElement>('a[data-search]');
if (search) openPaletteFrom(search);
if (document.querySelector('mb-explore')) void import('./mb-explore.ts');
for (const map of document.querySelectorAll('mb-map')) whenWanted(map, () => void import('./mb-map.ts'));

offerDownloads();
registerOffline();
