/** What each key of a source.yaml means, as editors tell it. One map for each map in it; formats share one, and so do connectors. */
export const sourceKeys = {
  id: 'Names the source: raw.<id> in SQL. The name of its folder.',
  name: 'What readers call it.',
  owner: 'Who in the municipality answers for it.',
  class: 'Who may see what rests on it: open, internal or personal. By klassa where left out.',
  synthetic: 'true: its figures are invented, and readers are told so.',
  location: 'Where its files are put, as in/*.csv, beside this file.',
  connector: 'Where it is fetched from.',
  entry: 'In a packed file: which of its files.',
  name_pattern: 'A regular expression of file names, with the groups received, period and sequence.',
  kind: 'snapshot replaces all before; increment adds, by key; period replaces the periods it covers; reference is a tree; reports are said of plans.',
  covers: 'Which periods a delivery speaks for: name.period, column.<name> or until month before received.',
  cadence: 'How often it comes, and when it is late.',
  settles: 'Until when its figures are preliminary, as 60 days after period.',
  format: 'How its files are written.',
  columns: 'The header in the file, and what it becomes.',
  system: 'The system that it comes from.',
  information: 'What it holds, in a sentence.',
  klassa: 'Its levels by KLASSA.',
  retention: 'How long extracts are kept, as 24 months. For ever where left out.',
  rows: 'How many records a delivery has, at least and at most.',
  control: 'The column that the sum in its trailer is held against.',
  max_rejected: 'How large a share of a delivery may be rejected.',
  retyped: 'How large a share of a column may change its kind, or off.',
  newest: 'How old the newest day in a delivery may be.',
  anomalies: 'How unusual a delivery may be, or off.',
} as const;

export const cadenceKeys = { every: 'How often: month, quarter, year …', due: 'When it is due, as 10 days after period.' } as const;
export const klassaKeys = {
  confidentiality: 'Konfidentialitet, 1 to 4.',
  integrity: 'Riktighet, 1 to 4.',
  availability: 'Tillgänglighet, 1 to 4.',
} as const;
export const rowsKeys = { min: 'At least so many records.', max: 'At most so many records.' } as const;
export const controlKeys = { sum: 'The name of the column.' } as const;
export const newestKeys = {
  column: 'The name of a date or month column.',
  within: 'At most so old when received, as 40 days.',
  ahead: 'At most so far ahead, as 5 days.',
} as const;
export const anomaliesKeys = {
  z: 'So many standard deviations from what is usual.',
  change: 'So large a change since the last delivery.',
} as const;

export const columnKeys = {
  name: 'Its name in SQL.',
  type: 'text, integer, date, month, timestamp, boolean or "decimal(p,s)" in quotes.',
  written: 'How its dates or months are written in the file.',
  unit: 'What stands after the number, as % or tkr.',
  marks: 'Texts that stand in place of a value, and what each means.',
  required: 'true: a record without a value is rejected.',
  key: 'true: with the other keys it tells records apart.',
  min: 'The least value.',
  max: 'The greatest value.',
  allowed: 'The texts that are allowed.',
  pattern: 'A regular expression that texts fit.',
  personal: 'It tells of a person: hash, drop or keep.',
  aliases: 'Other headers that mean the same.',
  not_personal: 'true: what looks like personal numbers in it is none.',
} as const;

export const formatKeys = {
  type: 'The format of the files.',
  encoding: 'The encoding of the files.',
  delimiter: 'What stands between cells.',
  sheet: 'The sheet that is read.',
  records: 'Where the records are.',
  level: 'Which posts are read, of totals and objects.',
  decimal: 'The sign before decimals.',
  thousands: 'The sign between thousands.',
  minus: 'Where the sign of a negative number stands.',
  missing: 'Texts that mean that there is no value.',
  preamble: 'So many lines before the header.',
  header: 'So many lines of header: 0, 1 or 2.',
  footer: 'A regular expression: the first line that fits it, and all after, are no records.',
  ignore: 'A regular expression: lines that fit it are no records.',
  trailer: 'A regular expression of the line that says how many records there were, with the groups rows and sum.',
} as const;

export const connectorKeys = {
  type: 'What it is fetched with.',
  url: 'The address.',
  name: 'What the file is called.',
  headers: 'Headers of the request; a secret is { secret: NAME }, an environment variable.',
  insecure: 'true: plain http is allowed.',
  pages: 'How an answer in pages goes on.',
  limits: 'How much one fetch may take, in megabytes and minutes.',
  what: 'What is asked of Kolada: values, unit-values, groups or kpis.',
  kpis: 'Ids of indicators.',
  municipalities: 'Codes of municipalities, in quotes.',
  groups: 'Ids of groups.',
  units: 'Ids of units.',
  years: 'From which year, and to which.',
  table: 'The id of the table.',
  select: 'By variable: its codes.',
  language: 'The language of the answer.',
  host: 'The name of the server.',
  port: 'Its port. The usual one where left out.',
  user: 'Who asks.',
  database: 'The database.',
  password: 'The name of an environment variable, as { secret: NAME }.',
  tls: 'Whose certificate is trusted, or why nothing is encrypted.',
  query: 'The file beside this one with the query.',
  key: 'The file with the private key.',
  host_key: 'The fingerprint of the server, as `ssh-keygen -l` writes it.',
  location: 'The folder on the server, and a pattern of names.',
} as const;
