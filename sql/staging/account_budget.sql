select _row, period as month, unit as organisation, account, amount as budget
from raw."account-budget"
