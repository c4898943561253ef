import type { Site } from '../../../pipeline/contract/site.ts';
import { formatDay } from '../../../pipeline/contract/format-day.ts';

/** What stands around every page. */
export const layoutTexts = {
  product: 'Målbild',
  /** At the head of each printed sheet. */
  printedHead: (municipality: string, page: string) => `${municipality}: ${page}`,
  printedEdition: (date: string) => `Utgåva ${date}`,
  title: (page: string, municipality: string) => `${page} – Målbild, ${municipality}`,
  skip: 'Till innehållet',
  menuLabel: 'Huvudmeny',
  crumbsLabel: 'Brödsmulor',
  menu: { overview: 'Översikt', goals: 'Mål', boards: 'Nämnder', metrics: 'Nyckeltal', compare: 'Jämför', explore: 'Utforska' },
  notices: 'Om den här utgåvan',
  internal: 'Intern utgåva. Sidorna får inte spridas utanför kommunen.',
  followUp: (followUp: NonNullable<Site['follow_up']>) =>
    `${followUp.name}, uppgifter per ${formatDay(followUp.as_of)}. Det som rapporterades här ändras inte.`,
  approvalElsewhere: 'Vem som har godkänt det står under Utgåvor i den senaste utgåvan.',
  demonstration: (asOf: string) => `Demonstration, uppgifter per ${formatDay(asOf)}.`,
  footer: {
    dataQuality: 'Datakvalitet',
    sources: 'Källor',
    editions: 'Utgåvor',
    openData: 'Öppna data',
    about: 'Om Målbild',
    accessibility: 'Tillgänglighet',
  },
  edition: 'Sidans innehåll ändrades senast i utgåva',
  figuresPer: (asOf: string) => `Uppgifter per ${formatDay(asOf)}.`,
  responsible: (municipality: string) => `${municipality} svarar för mål och siffror.`,
  synthetic: 'Det som är märkt Exempeldata är påhittat och visar hur sidan ser ut.',
  example: 'Exempeldata',
};
