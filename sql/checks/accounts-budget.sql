/*
id: accounts-budget
message: Utfall är bokfört där det inte finns någon budget
severity: hold-metric
holds: [budget-use]
*/
select month, organisation, account
from marts.accounts
group by month, organisation, account
having sum(outcome) <> 0 and sum(budget) = 0
