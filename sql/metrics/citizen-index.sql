/*
id: citizen-index
name: Invånarnas betyg
question: Vilket betyg ger invånarna kommunen, från 0 till 100?
decision: Vad nämnderna ska förbättra först
unit: points
desired: higher
given: index_value
margin: metric(citizen-margin)
finest: year
time: year
breakdowns: [[survey_question], [survey_question, sex]]
owner: Stadsledningsförvaltningen
*/
select _row, year, survey_question, sex, index_value, flag from marts.citizen_survey
