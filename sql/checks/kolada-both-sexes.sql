/*
id: kolada-both-sexes
message: Ett värde från Kolada finns för kvinnor eller män men inte för båda könen tillsammans
severity: hold-metric
holds: [upper-secondary-eligibility, sports-participation]
*/
select kpi, municipality, year
from marts.kolada
group by kpi, municipality, year
having count(*) filter (where sex = '*') <> 1
