// The two small sources beside the extract of cases: the tree over its units, as generate-extract.mjs deals them out, and a budget.
const DEPARTMENTS = 12;
const UNITS = 400;
const two = n => String(n).padStart(2, '0');
const department = i => `F${two(i + 1)}`;

/** The months of the extract, as `2021-01`. */
export const MONTHS = Array.from({ length: 60 }, (_, i) => `${2021 + Math.floor(i / 12)}-${two((i % 12) + 1)}`);

/** The tree as CSV. */
export function organisation() {
  const departments = Array.from({ length: DEPARTMENTS }, (_, i) => `${department(i)};;department;Förvaltning ${i + 1}`);
  const units = Array.from(
    { length: UNITS },
    (_, i) => `E${String(i + 1).padStart(4, '0')};${department(i % DEPARTMENTS)};unit;Enhet ${i + 1}`,
  );
  return lines('id;parent;level;name', ...departments, ...units);
}

/** One month's budget as CSV; another version has other amounts. */
export function budgetOf(month, version) {
  const amounts = Array.from({ length: DEPARTMENTS }, (_, i) => `${month};${department(i)};${1_000_000 * version + 50_000 * i}`);
  return lines('month;department;amount', ...amounts);
}

const lines = (...all) => `${all.join('\n')}\n`;
