/*
id: visits-waiting
message: Väntetid utan besök
severity: hold-edition
*/
from marts.visits where visits = 0 and waiting_minutes > 0
