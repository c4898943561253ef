select _row, period as month, unit as organisation, account, budget, outcome
from raw.accounts
