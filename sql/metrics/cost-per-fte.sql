/*
id: cost-per-fte
name: Nettokostnad per årsarbetare
question: Vad kostar verksamheten för varje heltidstjänst?
decision: Jämförelse mellan nämnder inför budgeten
unit: sek
desired: none
measure: "metric(net-cost) / metric(fte, over_time: mean)"
audience: public
internal: full
owner: Ekonomiavdelningen
*/
