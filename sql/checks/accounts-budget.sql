/*
id: accounts-budget
message: Utfall är bokfört där det inte finns någon budget
severity: hold-metric
holds: [budget-use]
*/
select _row, month, organisation, account
from marts.accounts
where outcome <> 0 and budget = 0
