import { problemText } from '../../../messages/problems.ts';
import type { KoladaConnector } from '../../../words/connector.ts';
import { issue } from '../../issue.ts';
import { distinct, matching, oneOf, strict, whole } from '../../values.ts';
import { checkAddress, fetchLimits, limitsOf, webAddress } from './web-schema.ts';

const kpi = matching('an indicator’s id, as N15428', /^[A-Z]\d{5}$/);
const municipality = matching('a code in quotes, as "1480", or a group’s id, as G37472', /^(\d{4}|G\d+)$/);
const group = matching('a group’s id, as G37472', /^G\d+$/);
const unit = matching('a unit’s id, as V15E144001301', /^[A-Z0-9]+$/);
const year = whole(1900, 2200);

const WHAT = ['values', 'unit-values', 'groups', 'kpis'] as const;
/** What each question is about; of several lists in one place, at least one. */
const NEEDS: Readonly<Record<(typeof WHAT)[number], readonly (readonly (keyof Lists)[])[]>> = {
  values: [['kpis'], ['municipalities', 'groups']],
  'unit-values': [['kpis'], ['units']],
  groups: [['groups']],
  kpis: [['kpis']],
};
type Lists = Pick<KoladaConnector, 'kpis' | 'municipalities' | 'groups' | 'units'>;

/** `connector: { type: kolada, … }`. */
export const koladaSchema = strict({
  type: oneOf(['kolada']),
  what: oneOf(WHAT).optional(),
  kpis: distinct(kpi).optional(),
  municipalities: distinct(municipality).optional(),
  groups: distinct(group).optional(),
  units: distinct(unit).optional(),
  years: strict({ from: year, to: year.optional() }).optional(),
  url: webAddress.optional(),
  limits: fetchLimits.optional(),
})
  .superRefine((it, ctx) => {
    checkAddress(it, ctx);
    const what = it.what ?? 'values';
    const needs = NEEDS[what];
    for (const lists of needs)
      if (!lists.some(list => (it[list] ?? []).length > 0))
        ctx.addIssue(issue(problemText('needs-key', lists.join('` or `'), `\`what: ${what}\` asks about them`)));
    const unasked = (['kpis', 'municipalities', 'groups', 'units'] as const).filter(
      list => it[list] !== undefined && !needs.flat().includes(list),
    );
    for (const list of unasked) ctx.addIssue(issue(problemText('not-with', list, `\`what: ${what}\` does not ask about them`), [list]));
    if (it.years !== undefined && what !== 'values' && what !== 'unit-values')
      ctx.addIssue(issue(problemText('not-with', 'years', `\`what: ${what}\` has none`), ['years']));
    if (it.years?.to !== undefined && it.years.to < it.years.from)
      ctx.addIssue(issue(problemText('wrong-value', `${it.years.from} to ${it.years.to}`, 'years in order'), ['years']));
  })
  .transform((it): KoladaConnector => ({
    type: 'kolada',
    what: it.what ?? 'values',
    url: it.url ?? 'https://api.kolada.se/v3',
    kpis: it.kpis ?? [],
    municipalities: it.municipalities ?? [],
    groups: it.groups ?? [],
    units: it.units ?? [],
    years: it.years === undefined ? null : { from: it.years.from, to: it.years.to ?? null },
    limits: limitsOf(it.limits),
  }));
