import { validate as isCron } from 'node-cron';
import type * as z from 'zod';
import { GRAINS } from '../contract/period.ts';
import { LICENSE_IDS } from '../contract/site.ts';
import { problemText } from '../messages/problems.ts';
import type { Dimension, Municipality } from '../words/project.ts';
import { CRS_NAMES } from '../words/crs.ts';
import { BUILT_IN_UNITS } from './known-names.ts';
import { issue } from './issue.ts';
import {
  column,
  day,
  flag,
  grain,
  id,
  link,
  list,
  localText,
  map,
  matching,
  oneOf,
  percent,
  retention,
  strict,
  text,
  whole,
} from './values.ts';
import * as keys from '../messages/keys/municipality-keys.ts';
import { hints } from './schema-hints.ts';

/** Columns of published observations that no dimension may be called, and members that mean something else. */
const OBSERVATION_COLUMNS = [
  ...['metric', 'grain', 'window', 'period_start', 'period_end'],
  ...['value', 'numerator', 'denominator', 'population', 'flag', 'marks', 'parent'],
];
const RESERVED_MEMBERS = ['*', 'all', 'unknown'];

const zone = matching('a time zone, as Europe/Stockholm', isTimeZone);
const cron = matching('a cron expression, as 30 5 * * *', isCron);
const hours = matching('hours, as 6 hours', /^\d+ hours?$/).transform(value => parseInt(value, 10));

const dimension = strict({
  name: localText,
  hierarchy: matching('a mart, as marts.organisation', /^marts\.[\p{L}_][\p{L}\p{N}_]*$/u).optional(),
  levels: map(localText, id).optional(),
  members: map(localText, id).optional(),
  whole: oneOf(['none']).optional(),
  own: id.optional(),
})
  .register(hints, { keys: keys.dimensionKeys })
  .superRefine((it, ctx) => {
    const report = (...args: Parameters<typeof issue>) => ctx.addIssue(issue(...args));
    if (it.hierarchy && it.members) report(problemText('not-with', 'members', 'a hierarchy has its members from its mart'), ['members']);
    if (it.hierarchy && it.whole) report(problemText('not-with', 'whole', 'a hierarchy adds up to its whole'), ['whole']);
    if (it.hierarchy && !it.levels) report(problemText('needs-key', 'levels', 'a hierarchy has levels, outermost first'));
    if (!it.hierarchy && it.levels) report(problemText('not-with', 'levels', 'only a hierarchy has levels'), ['levels']);
    if (it.own && !it.whole) report(problemText('not-with', 'own', 'only a dimension with `whole: none` has a member of its own'), ['own']);
    const members = Object.keys(it.members ?? {});
    if (it.own && it.members && !members.includes(it.own)) report(problemText('unknown-name', 'member', it.own, members), ['own']);
    for (const member of members.filter(name => RESERVED_MEMBERS.includes(name)))
      report(problemText('wrong-value', `the member \`${member}\``, 'another name: `all` is the whole, `unknown` what is not known'), [
        'members',
        member,
      ]);
  });

const group = strict({
  name: localText,
  from: whole(1900, 2999).optional(),
  members: list(id).min(1, { error: 'a list of members' }),
  coverage: percent.optional(),
}).register(hints, { keys: keys.groupKeys });
const geography = strict({
  file: matching('a file in geography/, as geography/districts.geojson', /^geography\/[^/]+\.(geo)?json$/),
  id: text,
  crs: oneOf(CRS_NAMES).optional(),
}).register(hints, { keys: keys.geographyKeys });
const approval = strict({ by: text, date: day, paragraph: text }).register(hints, { keys: keys.approvalKeys });
const followUp = strict({ id, name: localText, through: day, as_of: day, approval: approval.optional() }).register(hints, {
  keys: keys.followUpKeys,
});
const event = strict({ date: day, until: day.optional(), name: localText, metrics: list(id).optional(), place: id.optional() })
  .register(hints, { keys: keys.eventKeys })
  .superRefine((it, ctx) => {
    if (it.until !== undefined && it.until < it.date)
      ctx.addIssue(issue(problemText('wrong-value', 'a last day before the first', `${it.date} or later`), ['until']));
  });
const classes = strict({ classes: list(oneOf(['open', 'internal', 'personal'])) }).register(hints, { keys: keys.classesKeys });

const contact = strict({
  email: matching('an e-mail address, as malbild@kommun.se', /^[^\s@]+@[^\s@]+\.[^\s@]+$/).optional(),
  phone: text.optional(),
  url: link.optional(),
})
  .register(hints, { keys: keys.contactKeys })
  .superRefine((it, ctx) => {
    if (Object.keys(it).length === 0) ctx.addIssue(issue(problemText('needs-key', 'email', 'or phone or url: a contact is one of them')));
  });

/** The EU's main themes of data (publications.europa.eu/resource/authority/data-theme). */
const THEMES = ['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'] as const;
const openData = strict({
  address: matching('an address that begins with https:// or http:// and ends with /', /^https?:\/\/[^\s?#]+\/$/),
  license: oneOf(LICENSE_IDS),
  theme: oneOf(THEMES).optional(),
  publisher: link.optional(),
}).register(hints, { keys: keys.openDataKeys });

const reports = strict({ pdf: flag.optional(), metrics: list(id).optional(), boards: map(list(id), id).optional() }).register(hints, {
  keys: keys.reportsKeys,
});

/** `malbild.yaml`. */
export const municipalitySchema: z.ZodType<Municipality> = strict({
  name: localText,
  code: id,
  as_of: day.optional(),
  time_zone: zone,
  calendar: strict({ grains: list(grain).min(1, { error: 'a list of grains, as [month, year]' }) }).register(hints, {
    keys: keys.calendarKeys,
  }),
  place: text.optional(),
  dimensions: map(dimension, column).optional(),
  groups: map(group, id).optional(),
  geography: map(geography, column).optional(),
  units_of_measure: map(
    strict({ name: localText, decimals: whole(0, 6).optional() }).register(hints, { keys: keys.unitKeys }),
    id,
  ).optional(),
  follow_ups: list(followUp).optional(),
  events: list(event).optional(),
  audiences: strict({ public: classes.optional(), internal: classes.optional() }).register(hints, { keys: keys.audiencesKeys }).optional(),
  schedule: strict({ cron, grace: hours }).register(hints, { keys: keys.scheduleKeys }).optional(),
  contact: contact.optional(),
  open_data: openData.optional(),
  complements: flag.optional(),
  audit: oneOf(['warn', 'hold']).optional(),
  reports: reports.optional(),
  retention: retention.optional(),
})
  .register(hints, { keys: keys.municipalityKeys })
  .superRefine((it, ctx) => {
    const dimensions = Object.keys(it.dimensions ?? {});
    if (it.place && !dimensions.includes(it.place))
      ctx.addIssue(issue(problemText('unknown-name', 'dimension', it.place, dimensions), ['place']));
    for (const name of Object.keys(it.geography ?? {}).filter(name => !dimensions.includes(name)))
      ctx.addIssue(issue(problemText('unknown-name', 'dimension', name, dimensions), ['geography', name]));
    for (const name of dimensions.filter(name => OBSERVATION_COLUMNS.includes(name)))
      ctx.addIssue(
        issue(problemText('wrong-value', `a dimension called \`${name}\``, 'another name: observations have a column of that name'), [
          'dimensions',
          name,
        ]),
      );
    for (const name of Object.keys(it.units_of_measure ?? {}).filter(name => name in BUILT_IN_UNITS))
      ctx.addIssue(
        issue(problemText('wrong-value', `a unit called \`${name}\``, 'another name: that unit is built in'), ['units_of_measure', name]),
      );
    it.follow_ups?.forEach((followUp, i) => {
      if (it.follow_ups!.findIndex(other => other.id === followUp.id) < i)
        ctx.addIssue(issue(problemText('duplicate-id', followUp.id, ['an earlier follow-up']), ['follow_ups', i, 'id']));
    });
  })
  .transform(it => ({
    name: it.name,
    code: it.code,
    as_of: it.as_of ?? null,
    time_zone: it.time_zone,
    grains: GRAINS.filter(known => it.calendar.grains.includes(known)),
    place: it.place ?? null,
    dimensions: Object.entries(it.dimensions ?? {}).map(([id, dimension]): Dimension => ({
      id,
      name: dimension.name,
      hierarchy: dimension.hierarchy ?? null,
      levels: dimension.levels ?? {},
      members: dimension.members ?? {},
      addsUp: dimension.whole !== 'none',
      own: dimension.own ?? null,
    })),
    groups: Object.entries(it.groups ?? {}).map(([id, group]) => ({
      id,
      name: group.name,
      from: group.from ?? null,
      members: group.members,
      coverage: group.coverage ?? 0.5,
    })),
    geographies: Object.entries(it.geography ?? {}).map(([dimension, { file, id, crs }]) => ({ dimension, file, id, crs: crs ?? null })),
    units_of_measure: Object.entries(it.units_of_measure ?? {}).map(([id, unit]) => ({
      id,
      name: unit.name,
      decimals: unit.decimals ?? 0,
    })),
    follow_ups: (it.follow_ups ?? [])
      .map(followUp => ({ ...followUp, approval: followUp.approval ?? null }))
      .sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0)),
    events: (it.events ?? [])
      .map(({ date, until, name, metrics, place }) => ({
        date,
        until: until ?? null,
        name,
        metrics: metrics ?? null,
        place: place ?? null,
      }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    audiences: {
      public: { classes: it.audiences?.public?.classes ?? ['open'] },
      internal: { classes: it.audiences?.internal?.classes ?? ['open', 'internal', 'personal'] },
    },
    schedule: it.schedule ? { cron: it.schedule.cron, grace_hours: it.schedule.grace } : null,
    contact: it.contact ? { email: it.contact.email ?? null, phone: it.contact.phone ?? null, url: it.contact.url ?? null } : null,
    open_data: it.open_data ? { ...it.open_data, theme: it.open_data.theme ?? 'GOVE', publisher: it.open_data.publisher ?? null } : null,
    complements: it.complements ?? true,
    audit: it.audit ?? 'hold',
    reports: { pdf: it.reports?.pdf ?? false, metrics: it.reports?.metrics ?? null, boards: it.reports?.boards ?? {} },
    retention_months: it.retention ?? null,
  }));

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
