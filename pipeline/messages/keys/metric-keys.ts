/** What each key of a metric's or a check's header means, as editors tell it. A map of keys for each map in the header. */
export const metricKeys = {
  id: 'Names the metric, in plans, in addresses and in files; each once.',
  name: 'What readers call it.',
  question: 'The question that someone asks, and that it answers.',
  decision: 'What it is used to decide.',
  life: 'Since when it is proposed, who adopted it, when and why it ended. In use where left out. It moves no figures.',
  unit: 'percent, count, sek, days, hours, index, ratio, scale, or one of units_of_measure in malbild.yaml.',
  decimals: 'Decimals that values are printed and judged with. By the unit where left out.',
  desired: 'Which way is better: higher, lower, target (neither: the target says) or none.',
  threshold: 'Figures about 1 to threshold − 1 people are hidden. 5 where left out.',
  numerator: 'An aggregate over the rows, as sum(hours) filter (where …). A ratio has a numerator and a denominator.',
  denominator: 'What the numerator is divided by, as count(*).',
  measure: 'One aggregate, as median(lead_days); or an expression over other metrics, as metric(a) / metric(b).',
  given: 'The column with values that someone else has computed.',
  per: 'What the value is multiplied by. 100 for percent and else 1 where left out.',
  over_time: 'How the shortest periods make longer ones: sum, last (a stock) or mean. sum where left out.',
  population: 'How many people a figure is about, as count(distinct employee); required where a source has a personal column.',
  zero: 'hide hides figures about nobody too. show where left out.',
  together: 'Dimensions whose members are hidden together: [sex] hides both sexes where one is.',
  time: 'The DATE column of the rows that says which period they are in.',
  finest: 'The shortest period that the facts tell apart. month where left out.',
  grains: 'Which periods are published. finest and all longer ones where left out.',
  windows: 'Over what: period, ytd (since January), rolling-12 (the 12 shortest periods to this one).',
  breakdowns: 'Lists of dimensions that it is computed by, as [[organisation], [organisation, sex]]; [[]] is the whole alone.',
  gaps: 'accept: periods with months that are not covered count as settled.',
  nulls_allowed: 'How many covered rows may lack a value that is summed or ranked; more holds the metric. 0 where left out.',
  rebase: 'Declared changes, between which limits of usual variation are computed apart.',
  covers: 'rows: the rows themselves say which periods are covered, as in a budget.',
  audience: 'public or internal. By the class of its sources where left out.',
  internal: 'full: the internal audience sees small figures.',
  owner: 'Who answers for it. The owner of its source where left out.',
  kolada: 'The id of its national twin in Kolada.',
  own_target: 'A target outside any plan, and who decided it.',
  margin: 'metric(<id>): the metric whose value at the same key is its margin of error.',
} as const;

export const lifeKeys = {
  proposed: 'The day it was proposed.',
  adopted: 'Who adopted it, and when.',
  retired: 'When and why it ended, and what replaced it.',
} as const;

export const adoptedKeys = { by: 'Who adopted it.', date: 'The day it was adopted.', paragraph: 'The paragraph of the minutes.' } as const;

export const retiredKeys = {
  date: 'The first day that it is not in use.',
  reason: 'Why it ended.',
  replaced_by: 'The id of the metric that replaced it.',
} as const;

export const rebaseKeys = {
  from: 'The first day of the month that the change is from.',
  reason: 'Why figures before and after are not alike.',
  redefined: 'true: the definition changed, so that figures before and after are not compared.',
  members: 'Which members it is about, as { organisation: SOC }. All where left out.',
} as const;

export const ownTargetKeys = {
  target: 'What is to be reached, as { at_least: 65, partly: 55 }.',
  measures: 'The grain of the period that the target is about: the one that holds `by`.',
  by: 'The day it is to be reached.',
  members: 'Other members than the whole, as { sex: K }.',
  lag: 'So many periods earlier: national figures come a year late. 0 where left out.',
  max_age: 'With lag: how many periods older the latest known figure may be. 0 where left out.',
  every: 'Years between measurements, as 2 for a survey of every second year. 1 where left out.',
  decided: 'Who decided the target, and when.',
} as const;

export const decidedKeys = { by: 'Who decided.', date: 'The day it was decided.' } as const;

export const checkKeys = {
  id: 'Names the check; each once.',
  message: 'What is wrong where its query gives rows, to readers.',
  severity: 'warn tells of it; hold-metric keeps metrics, and hold-edition the whole edition, as they were.',
  holds: 'The metrics that hold-metric holds.',
} as const;
