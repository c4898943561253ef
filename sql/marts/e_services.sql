-- grain: one e-service and month
from staging.e_services
