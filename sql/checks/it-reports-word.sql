/*
id: it-reports-word
message: En redovisning av IT-strategin saknar både status och läge
severity: warn
*/
select _row, id
from raw."it-reports"
where status is null and state is null
