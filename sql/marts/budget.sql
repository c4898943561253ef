-- grain: one unit, account and month
from staging.account_budget
