/*
id: absence-hours
message: Fler sjuktimmar än schemalagda timmar
severity: warn
*/
select _row, month, organisation, scheduled_hours, sick_hours
from marts.absence
where sick_hours > scheduled_hours
