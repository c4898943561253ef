import '../styles/site.css';
import './mb-drill.ts';
import { makeSortable } from './sort-table.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);
if (document.querySelector('mb-explore')) void import('./mb-explore.ts');
