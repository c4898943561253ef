select _row, make_date(year, 1, 1) as year, case question when 'alla' then '*' else question end as survey_question,
  index_all, index_all_mark, margin_all, answers_all, index_women, index_women_mark, margin_women, answers_women, index_men, index_men_mark, margin_men, answers_men
from raw."citizen-survey"
