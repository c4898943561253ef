/** What each key of a plan's files means, as editors tell it. A map of keys for each map in them. */
export const planKeys = {
  plan: 'Names the plan, as "2026" (in quotes: it is text).',
  version: 'Counts from 1; a revision is a new version.',
  name: 'What readers call it.',
  adopted: 'The decision that adopted this version.',
  in_force: 'From which day it is in force, and to which.',
  vision: 'The vision, a sentence.',
  goals: 'The goals, outermost first; goals of boards and units stand under them.',
  amends: 'The earlier version that this one changes.',
  change: 'By id: the keys that are changed of a goal, an indicator, an activity or an assignment.',
  add: 'What is added, and under which goal; a map, or a list of them.',
  remove: 'The ids that are taken away, with all that stands under them.',
} as const;

export const decisionKeys = {
  by: 'The body that decided, as Kommunfullmäktige.',
  date: 'The day of the decision.',
  paragraph: 'The paragraph of the minutes, as § 187.',
  case: 'The case number, as KS 2025/412.',
  link: 'Where the minutes can be read.',
} as const;

export const inForceKeys = { from: 'The first day.', to: 'The last day. Without end where left out.' } as const;

export const goalKeys = {
  id: 'Names the goal; each id once in the plan.',
  name: 'The goal, as it was adopted.',
  place: 'The id of the board or unit that it belongs to. The place of the goal above it where left out.',
  rule: 'How its parts make its status: all, majority, worst, weighted, or assessed by a role.',
  assessed_by: 'For rule assessed: the role whose assessment counts.',
  cadence: 'For rule assessed: how often it is assessed.',
  coverage: 'How much of the weight of its parts must have a status. 50% where left out.',
  counts: 'Which parts count: indicators, goals or both. both where left out.',
  limits: 'For rule weighted: from which mean it is met, and partly.',
  weight: 'Its weight in the goal above it. 1 where left out.',
  indicators: 'Metrics with targets, and milestones.',
  goals: 'Goals under it.',
  activities: 'What is done to reach it.',
  assignments: 'What a board has been told to do.',
} as const;

export const limitsKeys = { met: 'Met from this mean, 0 to 1.', partly: 'Partly from this mean, 0 to 1.' } as const;

export const indicatorKeys = {
  id: 'Names the indicator; each id once in the plan.',
  name: 'What readers call it. The name of the metric where left out; a milestone needs one.',
  metric: 'The id of the metric: the name of its file in sql/metrics.',
  members: 'Other members than the place of the goal, as { sex: K }. all is the whole.',
  measures: 'The grain of the period that the target is about: the one that holds `by`.',
  lag: 'So many periods earlier: national figures come a year late. 0 where left out.',
  max_age: 'With lag: how many periods older the latest known figure may be. 0 where left out.',
  every: 'Years between measurements, as 2 for a survey of every second year. 1 where left out.',
  by: 'The day it is to be reached.',
  target: 'What is to be reached, as { at_most: 7.5, partly: 8.0 }.',
  late: 'The status of a milestone whose day has passed undone. not-met where left out.',
  weight: 'Its weight in the goal. 1 where left out.',
} as const;

export const targetKeys = {
  at_most: 'Met at this or less: a number, or metric(<id>).',
  at_least: 'Met at this or more: a number, or metric(<id>).',
  between: 'Met within two limits, as [98, 101].',
  better_than_group: 'Met when strictly better than a group of malbild.yaml.',
  than: 'With better_than_group: its median or mean.',
  min_n: 'With better_than_group: how many of it must have a value.',
  partly: 'Partly met to here; two numbers for between.',
} as const;

export const activityKeys = {
  id: 'Names the activity; each id once in the plan.',
  name: 'What is done.',
  responsible: 'The role that answers for it.',
  by: 'The day it is to be done.',
  cost: 'What it is expected to cost, as 400000 sek.',
  benefit: 'What it is expected to give: words, or an amount with words.',
} as const;

export const benefitKeys = {
  amount: 'What it is expected to give in kronor, as 600000 sek.',
  text: 'What it is expected to give, in words.',
  from: 'The day from which it is expected to.',
} as const;

export const assignmentKeys = {
  id: 'Names the assignment; each id once in the plan.',
  name: 'What readers call it.',
  to: 'The id of the board that is to do it.',
  by: 'The day it is to be answered.',
  text: 'What is to be done.',
} as const;

export const additionKeys = {
  under: 'The id of the goal that it is added under. The plan itself where left out, for goals.',
  indicators: goalKeys.indicators,
  goals: goalKeys.goals,
  activities: goalKeys.activities,
  assignments: goalKeys.assignments,
} as const;
