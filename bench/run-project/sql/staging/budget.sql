select _row, month, department as organisation, amount
from raw.budget
