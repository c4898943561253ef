import '../styles/site.css';
import './mb-drill.ts';
import { makeSortable } from './sort-table.ts';
import { whenWanted } from './when-wanted.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);

for (const map of document.querySelectorAll('mb-map')) whenWanted(map, () => void import('./mb-map.ts'));
