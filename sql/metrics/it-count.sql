/*
id: it-count
name: IT-strategins antal
question: Vilka antal redovisade staden för IT-strategins mål?
decision: Uppföljning av IT-strategin med horisont 2015 och 2020
unit: count
desired: target      # each target says its own direction
given: value
finest: year
time: year
breakdowns: [[it_goal]]
owner: Digitaliseringsenheten
*/
select _row, year, it_goal, value, flag from marts.it_outcomes where unit = 'st'
