-- grain: one board and month
from staging.visits
