/*
id: citizen-answers
message: Ett betyg från medborgarundersökningen bygger på färre än 40 svar
severity: hold-metric
holds: [citizen-index, citizen-margin]
*/
select _row, year, survey_question, sex, answers
from marts.citizen_survey
where answers < 40 and flag is null
