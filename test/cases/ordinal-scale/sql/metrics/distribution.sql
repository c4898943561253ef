/*
id: distribution
name: Svarens fördelning
question: Hur stor del svarade vad?
decision: Bemötande i receptionen
unit: percent
desired: none
measure: "100 * metric(answers) / metric(answers, level: all)"
*/
