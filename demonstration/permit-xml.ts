// A batch of changed cases in the shape that ByggR answers GetUpdatedArenden with. Names of people are not names.
import { parts } from './months.ts';

export type Permit = {
  id: number;
  number: string;
  type: string;
  group: string;
  text: string;
  opened: string;
  completed: string;
  decided: string;
  withdrawn: boolean;
  // A decision was registered by mistake, and taken back.
  cancelled: boolean;
};
type Event = { day: string; title: string; kind: string; type: string; cancelled?: boolean; main?: boolean };

const NO_DAY_OF_ARRIVAL = 'BYGG 2025-000100'; // the one case whose day of arrival nobody wrote

// What had happened by `until`, the day it is answered.
export function batchOf(since: string, until: string, permits: Permit[]): string {
  const cases = permits.map(permit => caseXml(permit, until)).join('\n');
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
<s:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<GetUpdatedArendenResponse xmlns="www.tekis.se/ServiceContract">
<GetUpdatedArendenResult>
<BatchStart>${since}T00:00:00</BatchStart>
<BatchEnd>${until}T00:00:00</BatchEnd>
${cases === '' ? '<Arenden/>' : `<Arenden>\n${cases}\n</Arenden>`}
</GetUpdatedArendenResult>
</GetUpdatedArendenResponse>
</s:Body>
</s:Envelope>
`;
}

function caseXml(permit: Permit, until: string): string {
  const { id, number, type, group, text, opened, decided, withdrawn } = permit;
  const status = decided < until ? 'Avslutat' : 'Pågående';
  const tag = (name: string, content: string) => `<${name} xmlns="www.tekis.se/arende">${content}</${name}>`;
  const events = eventsOf(permit).filter(event => event.day < until);
  return `<arende arendeId="${id}" dnr="${number}" diarieprefix="BYGG" kommun="Mölndal" enhetkod="401" arendegrupp="${group}" arendetyp="${type}" namndkod="SBN">
${tag('status', status)}${tag('beskrivning', text)}
${tag('ankomstDatum', number === NO_DAY_OF_ARRIVAL ? '' : opened)}${tag('registreradDatum', opened)}${withdrawn && decided < until ? tag('slutDatum', decided) : ''}
${tag('handlaggare', '<efternamn>Exempelsson</efternamn>')}
${tag('intressentLista', '<intressent><namn>Exempel Exempelsson</namn><adress>Exempelgatan 1</adress><rollLista><roll>SOK</roll></rollLista></intressent>')}
${tag('handelseLista', `\n${events.map((event, index) => eventXml(event, id * 10 + index)).join('\n')}\n`)}
</arende>`;
}

function eventsOf({ opened, completed, decided, withdrawn, cancelled }: Permit): Event[] {
  const lacking = completed > opened;
  return [
    { day: opened, title: 'Ansökan', kind: 'Ansökan', type: 'ANSÖKAN' },
    ...(lacking ? [{ day: opened, title: 'Begäran om komplettering', kind: 'KOMPBEG', type: 'UTSKICK' }] : []),
    { day: completed, title: 'Ärende komplett', kind: 'Komplett', type: 'STATUS' },
    ...(cancelled ? [{ day: completed, title: 'Beslut', kind: 'BESLUT', type: 'BESLUT', cancelled, main: true }] : []),
    withdrawn
      ? { day: decided, title: 'Avskrivning', kind: 'AVSKRIV', type: 'STATUS' }
      : { day: decided, title: 'Beslut', kind: 'BESLUT', type: 'BESLUT', main: true },
    ...(withdrawn ? [] : [{ day: decided, title: 'Fastställd kontrollplan', kind: 'KPLAN', type: 'BESLUT', main: false }]),
  ];
}

function eventXml({ day, title, kind, type, cancelled = false, main }: Event, id: number): string {
  const decision = main === undefined ? '' : `<beslut arHuvudbeslut="${main}"><instanstyp>Delegation</instanstyp></beslut>`;
  return `<handelse handelseId="${id}"><rubrik>${title}</rubrik><startDatum>${day}T10:15:00${offsetAt(day)}</startDatum><handelseslag>${kind}</handelseslag><handelsetyp>${type}</handelsetyp><makulerad>${cancelled}</makulerad>${decision}</handelse>`;
}

// Near enough for the middle of a day: summer time is taken to be April to October.
function offsetAt(day: string): string {
  const [, month] = parts(day);
  return month >= 4 && month <= 10 ? '+02:00' : '+01:00';
}
