import type { EditionInputs, Manifest, StatusFile } from '../../pipeline/contract/manifest.ts';
import type { ListedFollowUp, Publication } from '../../pipeline/publish/publication.ts';
import type { Finding } from '../../pipeline/words/finding.ts';
import type { PrintedReport } from '../../pipeline/words/stages.ts';
import type { AudienceName } from '../../pipeline/words/project.ts';

/** An id as editions have them, from one hexadecimal digit. */
export const idOf = (digit: string): string => digit.repeat(64);

export const TOKENS = { edition: '@@edition@@', date: '@@edition-date@@' };

const INPUTS: EditionInputs = {
  deliveries: [],
  refused: [],
  project: [],
  engine: idOf('e'),
  versions: { node: '20.19.0', icu: '74.1', lockfile: idOf('f') },
  pdf: false,
  as_of: '2026-10-15',
  previous: null,
  follow_ups: [],
  withdrawn: [],
};

interface Choices {
  dist: string;
  id: string;
  before?: string | null;
  followUp?: string | null;
  date?: string;
  /** Path to text, the same for both audiences. */
  files: Readonly<Record<string, string>>;
  /** The pages' compact JSON, by node, of the only metric. */
  json?: Readonly<Record<string, string>>;
  /** Its Arrow file. */
  explore?: string;
  followUps?: Partial<Record<AudienceName, readonly ListedFollowUp[]>>;
  /** The follow-ups in its inputs. */
  listed?: EditionInputs['follow_ups'];
  /** What the audit finds in the internal tree. */
  found?: Finding | null;
  toPrint?: Partial<Record<AudienceName, readonly PrintedReport[]>>;
  print?: Publication['print'];
}

/** A small publication; `data/goals.json` is always there. */
export function aPublication({
  dist,
  id,
  before = null,
  followUp = null,
  date = '2026-10-15',
  files,
  json = {},
  explore = 'data/explore/sick-leave-0.arrow',
  followUps = {},
  listed = [],
  found = null,
  toPrint = {},
  print = () => Promise.resolve(),
}: Choices): Publication {
  const all = { 'data/goals.json': '{"plans":[]}\n', ...files };
  const status: StatusFile = { edition: id, running: false, failures: [], late: [], due: null };
  const tree = (audience: AudienceName) => {
    const metric: Manifest['metrics'][number] = {
      id: 'sick-leave',
      name: 'Sjukfrånvaro',
      unit: 'percent',
      desired: 'lower',
      decimals: 1,
      life: null,
      sql: '',
      sha256: idOf('0'),
      json,
      explore: { path: explore, bytes: 1, packed: 1 },
    };
    const inputs = { ...INPUTS, as_of: date, previous: before, follow_ups: listed.map(({ id: name, edition }) => ({ id: name, edition })) };
    return {
      files: Object.entries(all).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
      same: [],
      toPrint: toPrint[audience] ?? [],
      manifest: {
        edition: id,
        previous: before,
        follow_up: followUp,
        audience,
        as_of: date,
        inputs,
        plans: [],
        hierarchies: {},
        sources: [],
        metrics: [metric],
      },
      status,
      followUps: followUps[audience] ?? [],
    };
  };
  const audit: Publication['audit'] = (_, audience) => Promise.resolve(audience === 'internal' ? found : null);
  return { dist, id, before, followUp, date, tokens: TOKENS, trees: { public: tree('public'), internal: tree('internal') }, audit, print };
}
