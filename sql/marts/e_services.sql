-- grain: one e-service and month
from staging.e_services
select *, 'N' || level as maturity
