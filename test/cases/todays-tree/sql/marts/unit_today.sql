-- grain: one node that ever was, and the node that has its history today: itself, or what it became
-- lineage: extract
with recursive became as (
  select distinct id, id as today, 0 as steps from staging.organisation
  union all
  select became.id, organisation.successor, became.steps + 1
  from became join staging.organisation on organisation.id = became.today
  where organisation.successor is not null and became.steps < 20
)
select id, arg_max(today, steps) as today from became group by id
