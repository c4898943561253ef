/*
id: e-service-levels
name: E-tjänsternas fördelning på mognadsnivåer
question: Hur stor del av e-tjänsterna står på varje nivå av mognad?
decision: Ordningen i utbyggnaden av e-tjänster
unit: percent
desired: none
measure: "100 * metric(e-services) / metric(e-services, maturity: all)"
breakdowns: [[maturity]]
owner: Digitaliseringsenheten
*/
