select _row, period as month, unit as organisation, account, amount as outcome
from raw.accounts
