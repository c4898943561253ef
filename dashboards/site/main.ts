import '../styles/site.css';
import './mb-drill.ts';
import { offerDownloads } from './offer-downloads.ts';
import { makeSortable } from './sort-table.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);
offerDownloads();
