/*
id: citizen-margin
name: Osäkerhet i invånarnas betyg
question: Hur långt från betyget kan det sanna värdet ligga, uppåt och nedåt?
decision: Om en skillnad mellan två år är värd att tala om
unit: points
desired: none
given: margin
finest: year
time: year
breakdowns: [[survey_question], [survey_question, sex]]
owner: Stadsledningsförvaltningen
*/
select _row, year, survey_question, sex, margin, flag from marts.citizen_survey
