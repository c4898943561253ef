-- grain: one question, year and sex; '*' is the survey's own index of all questions, and all who answered
with groups as (
  select _row, year, survey_question, '*' as sex, index_all as index_value, margin_all as margin, answers_all as answers, index_all_mark as flag
  from staging.citizen_survey
  union all by name
  select _row, year, survey_question, 'K' as sex, index_women as index_value, margin_women as margin, answers_women as answers, index_women_mark as flag
  from staging.citizen_survey
  union all by name
  select _row, year, survey_question, 'M' as sex, index_men as index_value, margin_men as margin, answers_men as answers, index_men_mark as flag
  from staging.citizen_survey
)
from groups
