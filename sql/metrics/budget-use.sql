/*
id: budget-use
name: Utfall mot budget
question: Hur stor del av periodens budget är förbrukad?
decision: Åtgärder för budget i balans
unit: percent
desired: target
numerator: sum(outcome)
denominator: sum(budget)
time: month
windows: [period, ytd]
owner: Ekonomiavdelningen
*/
from marts.accounts
