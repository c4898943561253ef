/*
id: it-share
name: IT-strategins andelar
question: Vilka andelar redovisade staden för IT-strategins mål?
decision: Uppföljning av IT-strategin med horisont 2015 och 2020
unit: percent
desired: target      # each target says its own direction
given: value
finest: year
time: year
breakdowns: [[it_goal]]
owner: Digitaliseringsenheten
*/
select _row, year, it_goal, value, flag from marts.it_outcomes where unit = 'procent'
