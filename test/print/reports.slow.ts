import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportTexts } from '#texts/report.ts';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { findBrowser } from '../../pipeline/print/find-browser.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { writeTown } from '../audit/canary-town.ts';
import { effectsAt } from '../effects-at.ts';

/** What a run leaves of reports in the public tree, with this browser. */
async function run(project: string, browser: string) {
  const out = join(project, 'dist');
  const effects = { ...effectsAt(new Date('2027-01-15T09:00:00Z')), environment: { CHROME_PATH: browser } };
  const { outcome, edition, findings } = await runPipeline({ project, out, asOf: null, rehash: false }, effects);
  const tree = `${out}/current/public`;
  const files = await readdir(`${tree}/rapport`, { recursive: true });
  const page = await readFile(`${tree}/rapport/SYD/index.html`, 'utf8');
  const { inputs } = JSON.parse(await readFile(`${tree}/data/manifest.json`, 'utf8')) as Manifest;
  const codes = findings.map(({ code }) => code).filter(code => code.startsWith('reports-'));
  return { outcome, edition, codes, page, pdf: inputs.pdf, printed: files.filter(name => name.endsWith('.pdf')).sort() };
}

it('a server without a browser publishes everything else and says what it left out; once there is one, there is a new edition with PDF', async () => {
  const project = await writeTown();
  const without = await run(project, '/nowhere/chromium');
  expect(without).toMatchObject({ outcome: 'published', codes: ['reports-no-browser'], pdf: false, printed: [] });
  expect(without.page).toContain(reportTexts.leftOut.pdf);
  expect(without.page).not.toContain('.pdf"');
  expect(without.page).toContain('rapport.xlsx');
  expect(await run(project, '/nowhere/chromium')).toMatchObject({ outcome: 'unchanged', edition: without.edition });

  // It is there, and cannot print: the same edition is what there is.
  expect(await run(project, '/bin/false')).toMatchObject({ codes: ['reports-not-printed'], pdf: false, printed: [] });

  const printed = await run(project, findBrowser(process.env)!);
  expect(printed).toMatchObject({ outcome: 'published', codes: [], pdf: true });
  expect(printed.printed).toEqual(['NORR/rapport.pdf', 'SYD/rapport.pdf', 'rapport.pdf', 'ÖST/rapport.pdf']);
  expect(printed.page).not.toContain(reportTexts.leftOut.pdf);
  expect(printed.page).toContain('rapport.pdf"');
}, 120_000);
