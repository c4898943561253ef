/*
id: visits-waiting
message: Väntetid utan besök
severity: warn
*/
from marts.visits where visits = 0 and waiting_minutes > 0
