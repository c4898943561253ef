-- grain: one department and month
from staging.budget
