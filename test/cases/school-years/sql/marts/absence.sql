-- grain: one school and month
from staging.absence
