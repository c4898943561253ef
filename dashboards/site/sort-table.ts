import { drillTexts } from '#texts/drill.ts';
import { makeRest } from './long-table.ts';

/**
 * Makes a table's columns sortable by buttons in its head. A sum row stays first, what has no number last. How it is
 * sorted is in `aria-sort`, and said in a live region.
 */
export function makeSortable(table: HTMLTableElement): void {
  if (table.dataset.sorts !== undefined) return;
  table.dataset.sorts = '';
  const said = document.createElement('p');
  said.className = 'vh';
  said.setAttribute('role', 'status');
  table.parentElement!.after(said);
  const heads = [...table.tHead!.rows[0]!.cells];
  heads.forEach((head, column) => {
    const name = head.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const ascending = head.getAttribute('aria-sort') === (column === 0 ? 'ascending' : 'descending') ? column !== 0 : column === 0;
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      makeRest(table);
      sortRows(table, column, ascending);
      said.textContent = drillTexts.sortedBy(name, ascending);
    });
  });
}

function sortRows(table: HTMLTableElement, column: number, ascending: boolean): void {
  const body = table.tBodies[0]!;
  const rows = [...body.rows].filter(row => !row.classList.contains('sum'));
  const sign = ascending ? 1 : -1;
  const compare = column === 0 ? compareTexts(column, sign) : compareNumbers(column, sign);
  body.append(...rows.sort(compare));
}

const collator = new Intl.Collator('sv');
const textOf = (row: HTMLTableRowElement, column: number): string => row.cells[column]?.textContent.trim() ?? '';

const compareTexts = (column: number, sign: number) => (a: HTMLTableRowElement, b: HTMLTableRowElement) =>
  sign * collator.compare(textOf(a, column), textOf(b, column));

const compareNumbers = (column: number, sign: number) => (a: HTMLTableRowElement, b: HTMLTableRowElement) => {
  const [left, right] = [numberOf(textOf(a, column)), numberOf(textOf(b, column))];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * (left - right);
};

/** The number that a cell begins with, as Swedish writes it, and of a revised figure what it is now; null where it has none. */
export function numberOf(text: string): number | null {
  const match = /^[+\u2212]?\d[\d\u00a0]*(,\d+)?/.exec(text.replace(/^.* → /, ''));
  return match ? Number(match[0].replaceAll('\u00a0', '').replace('\u2212', '-').replace(',', '.')) : null;
}
