/** What each key of malbild.yaml means, as editors tell it. A map of keys for each map in it. */
export const municipalityKeys = {
  name: 'The municipality, as readers call it.',
  code: 'Its code in quotes, as "1481".',
  as_of: 'Pins the day that everything is computed for, in a demonstration. Today where left out.',
  time_zone: 'The time zone that days are told in.',
  calendar: 'Which periods there are.',
  place: 'The dimension that plans, boards and readers belong to.',
  dimensions: 'What figures are broken down by, by id: a tree, or a list of members.',
  groups: 'Groups of municipalities to compare with, by id.',
  geography: 'Where the boundaries of members are, for maps, by dimension.',
  units_of_measure: 'Units beside those that are built in, by id.',
  follow_ups: 'Reporting occasions, whose editions are kept for ever.',
  events: 'What happened that readers of a chart must know, as a new organisation.',
  audiences: 'Which classes of sources each audience may see.',
  contact: 'Where readers turn with what they cannot read or use; told in the accessibility statement.',
  open_data: 'Makes the public edition a catalogue that others can harvest, with a feed of changes.',
  complements: 'false: only small cells are hidden, not those from which they would follow. true where left out.',
  audit:
    'warn: an edition in which the audit finds that hidden numbers follow from what is shown is published with a warning. hold where left out: it is not.',
  reports: 'What the reports of boards and of the whole show, and whether they are made as PDF.',
  retention: 'How long editions are kept, as 24 months; those of follow-ups always are. For ever where left out.',
  schedule: 'When `malbild schedule` runs, and when a run is overdue.',
} as const;

export const calendarKeys = {
  grains: 'Of month, quarter, tertial, half-year, year and school-year, those that the municipality reports by.',
} as const;

export const dimensionKeys = {
  name: 'What readers call it.',
  hierarchy: 'The mart that holds its tree, as marts.organisation.',
  levels: 'The levels of the tree, outermost first: id and name.',
  members: 'The members of a dimension without a tree: code and name.',
  whole: 'none: its members do not add up, as municipalities that are compared.',
  own: 'With whole: none, the own member.',
} as const;

export const groupKeys = {
  name: 'What readers call it.',
  from: 'The first year that the group is as it is.',
  members: 'The codes of its members, in quotes.',
  coverage: 'How much of it must have a value for a year to be compared. 50% where left out.',
} as const;

export const geographyKeys = {
  file: 'The GeoJSON file, in geography/.',
  id: 'The property that is the code of the member.',
  crs: 'The coordinate reference system. As the file says where left out, else WGS 84.',
} as const;

export const openDataKeys = {
  address: 'Where the public edition is served, with / at the end.',
  license: 'The licence that its files are under.',
  theme: 'The subject, by the code of the EU. GOVE, government and public sector, where left out.',
  publisher: 'The address that dataportal.se knows the municipality by.',
} as const;

export const reportsKeys = {
  pdf: 'true: reports are also printed as PDF, by the Chrome or Chromium of the server.',
  metrics: 'Ids of the metrics that reports have a table of. Those that the plans rest on where left out.',
  boards: 'By board, the metrics that its own report has instead.',
} as const;

export const unitKeys = { name: 'What readers call it.', decimals: 'Decimals that it is printed with. 0 where left out.' } as const;

export const followUpKeys = {
  id: 'Names the follow-up, in addresses too.',
  name: 'What readers call it.',
  through: 'The last day that it is about.',
  as_of: 'The last day that what it rests on may be received.',
  approval: 'Who approved it, and when; readers outside see it from then on.',
} as const;

export const eventKeys = {
  date: 'The day, or the first of several.',
  until: 'The last day, where it went on.',
  name: 'What happened, in a few words.',
  metrics: 'Ids of the metrics whose charts show it. All where left out.',
  place: 'The node whose charts, and those of all under it, show it. Everywhere where left out.',
} as const;

export const approvalKeys = { by: 'Who approved it.', date: 'The day.', paragraph: 'The paragraph of the minutes.' } as const;

export const audiencesKeys = { public: 'What everybody may see.', internal: 'What those inside may see.' } as const;

export const classesKeys = { classes: 'Classes of sources: open, internal, personal.' } as const;

export const scheduleKeys = {
  cron: "As '30 5 * * *': half past five each morning.",
  grace: 'How long a run may take, as 6 hours.',
} as const;

export const contactKeys = {
  email: 'An e-mail address.',
  phone: 'A telephone number.',
  url: 'The address of a page, as a form.',
} as const;
