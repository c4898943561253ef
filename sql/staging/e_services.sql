select _row, period as month, service, name, unit as organisation, level
from raw."e-services"
