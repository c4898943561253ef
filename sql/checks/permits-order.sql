/*
id: permits-order
message: Ett bygglovsärende är beslutat innan det kom in
severity: hold-metric
holds: [permit-lead-time, permits-within-ten-weeks]
*/
select _row, received, decided
from marts.permits
where decided < received
