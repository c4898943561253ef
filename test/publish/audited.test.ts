import { expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { auditFinding } from '../../pipeline/audit/audit-finding.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { writeTree } from '../audit/a-tree.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

/** What the audit finds in a tree whose hidden y is 40 − 37. */
async function leak() {
  const rows = [['2026', '*', 40], ['2026', 'x', 37], ['2026', 'y', '..']] as const; // prettier-ignore
  const tree = await writeTree({ metrics: [{ id: 'cases', dimensions: ['kind'], rows }] });
  return (await auditFinding(tree, 'public'))!;
}

it('says how many hidden numbers follow, and how, and neither which nor what they are', async () => {
  const finding = await leak();
  // The value and the population are one number.
  expect(finding).toMatchObject({ metrics: ['cases'], details: { audience: 'public', count: 1, kinds: '1 determined' } });
  expect(findingText(finding)).toBe('1 dolda tal följer av vad som visas (public: 1 determined); `malbild audit` säger var');
  expect(publicFindingText(finding)).toBe('Dolda tal följer av vad som visas');
});

it('gives what the audit found in the trees of an edition', async () => {
  const found = await leak();
  const publication = aPublication({ dist: await tempFolder(), id: idOf('a'), files: {}, found });
  expect(await publishEdition(publication, realEffects())).toEqual([found]);
});
