import { formatDay } from '../../../pipeline/contract/format-day.ts';
import type { RevisionCause } from '../../../pipeline/contract/observation.ts';
import type { SiteFollowUp } from '../../../pipeline/contract/site.ts';
import { revisedTexts } from './revised.ts';

/** What was published before: the page of editions, and on a metric's page what follow-ups reported. */
export const editionTexts = {
  title: 'Utgåvor',
  lede: (followUps: number) =>
    `Varje utgåva är en hel webbplats som inte ändras sedan den publicerats. ${
      followUps === 0
        ? 'Det finns ingen uppföljning än.'
        : followUps === 1
          ? 'En uppföljning finns kvar som den var.'
          : `${followUps} uppföljningar finns kvar som de var.`
    }`,
  thisOne: 'Den här utgåvan',
  thisText: (asOf: string) => `Uppgifter per ${formatDay(asOf)}.`,
  followUps: 'Uppföljningar',
  followUpsCaption: 'Öppna en uppföljning för att se alla siffror som de var när de rapporterades.',
  followUpColumns: ['Uppföljning', 'Gäller till och med', 'Uppgifter per', 'Beslut', 'Utgåva'],
  approval: (approval: SiteFollowUp['approval']) =>
    approval === null ? 'inte behandlad än' : `${approval.by}, ${formatDay(approval.date)}, ${approval.paragraph}`,
  withdrawn: 'Återkallade utgåvor',
  withdrawnCaption: 'Det som de visade är borttaget.',
  withdrawnColumns: ['Utgåva', 'Återkallad', 'Av', 'Varför', 'Id'],
  earlier: 'Tidigare utgåvor',
  earlierText: 'En utgåva publiceras när något har ändrats. Det som ändrades i var och en står under den.',
  noEarlier: 'Det här är den första utgåvan.',
  noneLeft: 'Ingen tidigare utgåva finns kvar.',
  perDay: (asOf: string) => `Uppgifter per ${formatDay(asOf)}`,
  nothingBefore: 'Det fanns ingen tidigare utgåva att jämföra med.',
  sameFigures: 'Inga siffror, mål eller bedömningar ändrades.',
  moreChanges: (more: number) => `och ${more} till`,
  andMore: 'och fler',
  older: (asOf: string) => `Äldre utgåvor än från ${formatDay(asOf)} räknas inte upp.`,
  now: 'Ändrat i den här utgåvan',
  reported: 'Som siffran rapporterades i uppföljningarna.',
  reportedNote: 'Uppföljningens egna sidor visar alla siffror som de var.',
  reportedColumns: ['Uppföljning', 'Då', 'Nu', 'Period', 'Rapporterad', 'Ändring'],
  change: { same: 'ingen', unsettled: 'var inte färdig då', other: 'visas på annat sätt nu' },
  revised: (causes: readonly RevisionCause[]) => `reviderad: ${revisedTexts.because(causes)}`,
};
