-- grain: one month
from staging.satisfaction
