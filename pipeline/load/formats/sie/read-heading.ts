import type { SieFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { Checksum } from './checksum.ts';
import type { SieHeading } from './heading.ts';
import { sieLines } from './sie-lines.ts';
import { splitFields } from './split-fields.ts';

/** Tags of posts that are read here. */
export const HEADING_TAGS: ReadonlySet<string> = new Set(
  ['FORMAT', 'SIETYP', 'FNAMN', 'ORGNR', 'VALUTA', 'RAR', 'KONTO', 'KTYP', 'ENHET', 'DIM', 'UNDERDIM', 'OBJEKT', 'KSUMMA'].map(
    tag => `#${tag}`,
  ),
);

/**
 * Reads what the file says for all its posts, wherever it stands, and its checksum. Throws BrokenExtract where the checksum
 * is wrong, or is promised and not there.
 */
export async function readHeading(file: string, { encoding }: Pick<SieFormat, 'encoding'>): Promise<SieHeading> {
  const tags = new Set<string>();
  const accounts = new Map<string, { name: string; type: string; unit: string }>();
  const dimensions = new Map<string, { above: string | null }>();
  const objects = new Map<string, Map<string, string>>();
  const years = new Map<string, { from: string; until: string }>();
  const said: Record<string, string> = {};
  const checksum = new Checksum();
  const account = (number: string) => {
    const known = accounts.get(number) ?? { name: '', type: '', unit: '' };
    accounts.set(number, known);
    return known;
  };
  for await (const at of sieLines(file, encoding)) {
    if (at.kind !== 'post') continue;
    const { tag } = at;
    tags.add(tag);
    if (!HEADING_TAGS.has(tag) && !tags.has('#KSUMMA')) continue;
    const fields = splitFields(at.text) ?? [at.text];
    checksum.add(tag, fields);
    const [, a = '', b = '', c = ''] = fields.map(String);
    if (tag === '#KONTO') account(a).name = b;
    else if (tag === '#KTYP') account(a).type = b;
    else if (tag === '#ENHET') account(a).unit = b;
    else if (tag === '#DIM') dimensions.set(a, { above: null });
    else if (tag === '#UNDERDIM') dimensions.set(a, { above: c });
    else if (tag === '#OBJEKT') objects.set(a, (objects.get(a) ?? new Map<string, string>()).set(b, c));
    else if (tag === '#RAR') years.set(a, { from: b, until: c });
    else said[tag] ??= a;
  }
  const sum = checksum.result();
  if (sum === 'wrong' || sum === 'missing') throw new BrokenExtract(fault('sie-checksum', null, { missing: Number(sum === 'missing') }));
  return {
    type: /^[1-4]/.exec(said['#SIETYP'] ?? '')?.[0] ?? null,
    format: said['#FORMAT'] ?? null,
    tags,
    // Where no currency is said it is SEK (11, #VALUTA).
    company: { fnamn: said['#FNAMN'] ?? '', orgnr: said['#ORGNR'] ?? '', valuta: said['#VALUTA'] ?? 'SEK' },
    years,
    accounts,
    dimensions,
    objects,
  };
}
