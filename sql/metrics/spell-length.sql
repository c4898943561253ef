/*
id: spell-length
name: Sjukfallens längd
question: Hur långt är ett vanligt sjukfall när det avslutas?
decision: När chefen ska ta kontakt och rehabilitering inledas
life: { retired: { date: 2026-09-30, reason: Det nya lönesystemet räknar sjukfall på ett annat sätt } }
unit: days
desired: lower
threshold: 11
measure: median(spell_days) filter (where spell_days > 0)
population: count(distinct employee) filter (where spell_days > 0)
time: month
windows: [period]
audience: public
owner: HR-enheten
*/
from marts.absence
