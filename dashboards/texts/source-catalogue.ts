/** The catalogue of sources: which systems, whose, how they are reached, what rests on them. */
export const sourceCatalogueTexts = {
  title: 'Källor',
  lede: (sources: number, systems: number) =>
    `Siffrorna vilar på ${sources} ${sources === 1 ? 'källa' : 'källor'}${systems === 0 ? '' : ` ur ${systems} verksamhetssystem`}. Här står vad varje källa innehåller, vem som ansvarar för den, hur den kommer hit och vad som vilar på den.`,
  quality: 'Hur färska källorna är och vad som blev av raderna står under Datakvalitet.',
  caption: 'Källor, i bokstavsordning.',
  source: 'Källa',
  system: 'System',
  owner: 'Ansvarig',
  access: 'Hur den kommer hit',
  often: 'Hur ofta',
  classification: 'Klassning',
  unknownSystem: '–',
  accesses: {
    files: 'filer i en mapp',
    http: 'hämtas över webben',
    kolada: 'hämtas från Kolada',
    pxweb: 'hämtas ur en statistikdatabas (PxWeb)',
    postgresql: 'hämtas ur en PostgreSQL-databas',
    mariadb: 'hämtas ur en MariaDB- eller MySQL-databas',
    sftp: 'hämtas från en filserver (SFTP)',
  } as Readonly<Record<string, string>>,
  everies: {
    month: 'varje månad',
    quarter: 'varje kvartal',
    tertial: 'varje tertial',
    'half-year': 'varje halvår',
    year: 'varje år',
  } as Readonly<Record<string, string>>,
  cadence: (every: string, days: number) => `${every}, senast ${days} ${days === 1 ? 'dag' : 'dagar'} efteråt`,
  noCadence: 'ingen fast dag',
  classes: { open: 'öppen', internal: 'intern', personal: 'personuppgifter' } as Readonly<Record<string, string>>,
  klassa: (confidentiality: number, integrity: number, availability: number) =>
    `KLASSA: konfidentialitet ${confidentiality}, riktighet ${integrity}, tillgänglighet ${availability}`,
  rests: 'Vad som vilar på varje källa',
  restsOn: (source: string, metrics: number) => `${source}, ${metrics} nyckeltal`,
  nothing: 'Inget nyckeltal som visas här vilar på källan.',
};
