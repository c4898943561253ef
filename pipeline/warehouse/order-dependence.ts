/** A node of DuckDB's serialised parse. */
type Tree = { readonly [key: string]: unknown };

/** What depends on the order that rows come in, by its name, and the byte where it stands; undefined where the parse does not say. */
export interface OrderDependence {
  name: string;
  location: unknown;
}

/** Aggregates that are one thing for each order of their rows; those that estimate differ with how rows were shared between threads. */
const ORDERED: ReadonlySet<string> = new Set(
  (
    'first last arbitrary any_value first_value last_value list array_agg string_agg group_concat listagg ' +
    'approx_quantile approx_top_k reservoir_quantile'
  ).split(' '),
);
/** Windows that count along their rows. */
const ALONG_ROWS: ReadonlySet<string> = new Set('row_number ntile lag lead first_value last_value nth_value'.split(' '));

/**
 * What in one node of a parse gives another result when its rows come in another order, which DuckDB's threads decide:
 * aggregates and windows without `order by`, `limit` and `distinct on` without one, and samples. Nodes inside it are not looked at.
 */
export function orderDependence(node: Tree): OrderDependence | null {
  const name = typeof node.function_name === 'string' ? node.function_name.toLowerCase() : '';
  const location = node.query_location;
  if (node.class === 'FUNCTION' && ORDERED.has(name) && isEmpty((node.order_bys as Tree | null)?.orders)) return { name, location };
  if (node.class === 'WINDOW' && (ORDERED.has(name) || ALONG_ROWS.has(name)) && isEmpty(node.orders) && isEmpty(node.arg_orders))
    return { name: `${name} … over`, location };
  if (node.sample !== null && node.sample !== undefined)
    return { name: 'sample', location: location ?? (node.from_table as Tree | null)?.query_location };
  return inModifiers((node.modifiers ?? []) as readonly Tree[]);
}

function inModifiers(modifiers: readonly Tree[]): OrderDependence | null {
  if (modifiers.some(({ type }) => type === 'ORDER_MODIFIER')) return null;
  for (const { type, limit, offset, distinct_on_targets: on } of modifiers) {
    const first = (on as readonly Tree[] | undefined)?.[0];
    if (type === 'DISTINCT_MODIFIER' && first) return { name: 'distinct on', location: first.query_location };
    if (type === 'LIMIT_MODIFIER' || type === 'LIMIT_PERCENT_MODIFIER')
      return { name: 'limit', location: ((limit ?? offset) as Tree | null)?.query_location };
  }
  return null;
}

const isEmpty = (orders: unknown): boolean => !Array.isArray(orders) || orders.length === 0;
