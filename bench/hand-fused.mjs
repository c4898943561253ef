// The ten measures of run-project/ as a good writer of SQL would fuse them for DuckDB: one pass to the finest atoms for all that adds up,
// rolled up and over twelve months by window functions; medians and quantiles from how often each number of days occurs, which is
// faster than sorting every case once for each of the thirteen windows it is in; distinct counts from each month's distinct types.

const SUMS = ['n', 'open', 'closed', 'days', 'within', 'cost', 'costed', 'digital'];
const LEVELS = columns => `grouping sets ((unit_id, ${columns}), (department, ${columns}), (${columns}))`;
/** A unit's id, a department's name, or `*`. */
const MEMBER = "coalesce(unit_id, department, '*') as member";
const MONTH = "date_trunc('month', opened_at)::date as month";
const DAYS = '(closed_at::date - opened_at::date)';

/** Statements over the table `cases`, in order; the last makes `hand_fused` (metric, member, window, month, value). */
export const HAND_FUSED = [
  `create temp table reads as
   select month::date as month, 'period' as "window", month::date as read from range(date '2021-01-01', date '2026-01-01', interval 1 month) t(month)
   union all
   select month::date, 'rolling-12', read::date from range(date '2021-01-01', date '2026-01-01', interval 1 month) t(month),
     range(date '2021-01-01', date '2026-01-01', interval 1 month) r(read) where read <= month and read > month - interval 12 months`,
  `create temp table atoms as
   select unit_id, department, ${MONTH}, count(*) as n, count(*) filter (where closed_at is null) as open, count(closed_at) as closed,
     sum(${DAYS}) as days, count(*) filter (where ${DAYS} <= 30) as within, sum(cost_sek) as cost, count(cost_sek) as costed,
     count(*) filter (where channel = 'e-tjänst') as digital
   from cases group by all`,
  `create temp table cells as select ${MEMBER}, month, ${SUMS.map(name => `sum(${name}) as ${name}`).join(', ')} from atoms group by ${LEVELS('month')}`,
  `create temp table grid as select member, month from (select distinct member from cells), (select distinct month from reads)`,
  `create temp table sums as
   with dense as (select member, month, ${SUMS.map(name => `coalesce(${name}, 0) as ${name}`).join(', ')} from grid left join cells using (member, month))
   select member, month, 'period' as "window", ${SUMS.join(', ')} from dense
   union all
   select member, month, 'rolling-12', ${SUMS.map(name => `sum(${name}) over year`).join(', ')} from dense
   window year as (partition by member order by month range between interval 11 months preceding and current row)`,
  `create temp table day_atoms as select unit_id, department, ${MONTH}, ${DAYS}::integer as days, count(*) as n from cases where closed_at is not null group by all`,
  `create temp table day_cells as select ${MEMBER}, month as read, days, sum(n)::bigint as n from day_atoms group by ${LEVELS('month, days')}`,
  `create temp table quantiles as
   with windows as (select member, month, "window", days, sum(n)::bigint as n from day_cells join reads using (read) group by all),
     ranked as (
       select *, sum(n) over (partition by member, month, "window" order by days) as upto, sum(n) over (partition by member, month, "window") as total
       from windows
     ),
     placed as (select *, (total - 1) * fraction as place from ranked, (values (0.5::double), (0.9::double)) f(fraction)),
     found as (
       select member, month, "window", fraction, any_value(place) as place, min(days) filter (where upto > floor(place)) as low,
         min(days) filter (where upto > ceil(place)) as high
       from placed group by all
     )
   select member, month, "window", fraction, low * (1 - (place - floor(place))) + high * (place - floor(place)) as value from found`,
  `create temp table type_atoms as select distinct unit_id, department, ${MONTH.replace('as month', 'as read')}, case_type from cases`,
  `create temp table types as
   select ${MEMBER}, month, "window", count(distinct case_type) as n from type_atoms join reads using (read) group by ${LEVELS('month, "window"')}`,
  `create temp table hand_fused as
   ${[
     ['cases', 'n'],
     ['open-share', '100.0::double * open / nullif(n, 0)'],
     ['lead-mean', 'days::double / nullif(closed, 0)'],
     ['within-30', '100.0::double * within / nullif(closed, 0)'],
     ['cost-per-case', 'cost::double / nullif(costed, 0)'],
     ['cost', 'cost'],
     ['digital-share', '100.0::double * digital / nullif(n, 0)'],
   ]
     .map(([metric, value]) => `select '${metric}' as metric, member, "window", month, (${value})::double as value from sums`)
     .join('\n   union all\n   ')}
   union all
   select case fraction when 0.5 then 'lead-median' else 'lead-p90' end, member, "window", month, value from quantiles
   union all
   select 'case-types', member, "window", month, coalesce(types.n, 0)::double from sums left join types using (member, month, "window")`,
];
