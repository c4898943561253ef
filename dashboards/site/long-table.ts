import { drillTexts } from '#texts/drill.ts';

/** How many rows of a long table are shown at first, after the row they add up to. The style sheet hides those after it. */
export const MOST_ROWS = 50;

/** Rows that are not made yet, of tables that have such. */
const rests = new WeakMap<HTMLTableElement, { count: number; make: () => void }>();

/** Leaves `count` of a table's rows to be made by `make` when something needs them. */
export function leaveRest(table: HTMLTableElement, count: number, make: () => void): void {
  rests.set(table, { count, make });
}

/** Makes the rows that a table has not got yet: to sort it, to write it to a file and to print it takes every row. */
export function makeRest(table: HTMLTableElement): void {
  const rest = rests.get(table);
  rests.delete(table);
  rest?.make();
}

/** Shows the first rows of a table that has more than those, says so under it, and has a button there that shows them all. */
export function showFirstRows(table: HTMLTableElement): void {
  const body = table.tBodies[0]!;
  const sums = body.querySelectorAll('.sum').length;
  const all = body.rows.length + (rests.get(table)?.count ?? 0) - sums;
  if (all <= MOST_ROWS) return;
  table.dataset.first = '';
  table.setAttribute('aria-rowcount', String(table.tHead!.rows.length + sums + all));
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.textContent = drillTexts.rowsShown(MOST_ROWS, all);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = drillTexts.showRows(all);
  button.addEventListener('click', () => {
    makeRest(table);
    delete table.dataset.first;
    table.removeAttribute('aria-rowcount');
    said.textContent = drillTexts.allRowsShown(all);
    button.remove();
    // The reader goes on where the rows went on.
    const next = body.rows[sums + MOST_ROWS]!.cells[0]!;
    next.tabIndex = -1;
    next.focus();
  });
  const line = document.createElement('p');
  line.className = 'more scripted';
  line.append(said, ' ', button);
  table.parentElement!.after(line);
}
