import type { SiteFinding } from '../../../pipeline/contract/site.ts';
import { listed } from './numeral.ts';

/** The data-quality page. */
export const dataQualityTexts = {
  title: 'Datakvalitet',
  lede: (sources: number, late: number, empty: number, broken: number, findings: number) =>
    [
      `${sources} ${sources === 1 ? 'källa' : 'källor'}.`,
      late + empty + broken === 0
        ? 'Alla har levererat i tid.'
        : listed([
            ...(late > 0 ? [`${late} ${late === 1 ? 'är sen' : 'är sena'}`] : []),
            ...(empty > 0 ? [`${empty} har inte levererat något än`] : []),
            ...(broken > 0 ? [`${broken} kunde inte läsas`] : []),
          ]) + '.',
      findings === 0
        ? 'Kontrollerna har inga anmärkningar.'
        : `Kontrollerna har ${findings} ${findings === 1 ? 'anmärkning' : 'anmärkningar'}.`,
    ].join(' '),
  catalogue: 'Vilka källorna är, vem som ansvarar för dem och vad som vilar på dem',
  findings: 'Anmärkningar',
  noFindings: 'Inga anmärkningar.',
  severity: {
    warn: 'Varning',
    'hold-metric': 'Nyckeltal hålls inne',
    'hold-edition': 'Utgåvan hålls inne',
  } satisfies Record<SiteFinding['severity'], string>,
  about: (names: readonly string[]) => `Gäller ${names.join(', ')}.`,
  freshness: 'Så färska är källorna',
  counts: 'Vad som blev av raderna',
  rejects: 'Avvisade rader',
  rejectsIntro: 'En avvisad rad är inte med i siffrorna. Den räknas en gång, efter den första regel som den bryter mot.',
  rejectsCaption: 'Avvisade rader efter regel.',
  rule: 'Regel',
  count: 'Antal',
  noRejects: 'Inga rader är avvisade.',
  where: 'Fil, rad och kolumn',
  deliveries: 'Leveranser',
  deliveriesOf: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'leverans' : 'leveranser'}`,
  delivery: 'Leverans',
  received: 'Mottagen',
};
