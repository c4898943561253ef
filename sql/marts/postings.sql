-- grain: one posting on an account of income or cost
from staging.accounts
select *, organisation as today
where account >= '3000'
