-- grain: one posting on an account of income or cost
from staging.accounts
where account >= '3000'
