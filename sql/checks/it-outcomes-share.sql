/*
id: it-outcomes-share
message: En redovisad andel är större än 100 procent
severity: hold-metric
holds: [it-share]
*/
select _row, it_goal, value
from marts.it_outcomes
where unit = 'procent' and value > 100
