/*
id: cases-order
message: Ett ärende är avslutat innan det öppnades
severity: hold-metric
holds: [lead-time]
*/
select _row, opened, closed
from marts.cases
where closed < opened
