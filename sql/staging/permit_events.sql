select _row, case_number, day, kind, main_decision, cancelled
from raw."permit-events"
