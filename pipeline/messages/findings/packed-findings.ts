import { unreadable } from './finding-text.ts';
import type { FindingText } from './finding-text.ts';

const WHY: Readonly<Record<string, string>> = {
  damaged: 'filen är avkortad, skadad eller av en annan sort',
  encrypted: 'filen är krypterad',
  method: 'filen är packad på ett sätt som inte läses',
  'too-large': 'innehållet är orimligt stort',
  'too-many': 'arkivet har orimligt många filer',
};

/** Why a packed file cannot be unpacked. */
export const packedFindings = {
  archive: {
    text: d => `${d.source}: ${d.file} går inte att packa upp: ${WHY[String(d.why)]}`,
    public: unreadable,
  },
  'archive-entry': {
    text: d =>
      `${d.source}: ${d.file} har inte exakt en fil ${d.entry === '' ? 'i sig' : `som heter ${d.entry}`}${d.files === '' ? '' : `; där finns ${d.files}`}`,
    public: unreadable,
  },
} satisfies Record<string, FindingText>;
