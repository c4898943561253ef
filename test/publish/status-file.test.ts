import { readdir, readFile, writeFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { StatusFile } from '../../pipeline/contract/manifest.ts';
import { failedStatus, readStatus, renewedStatus, startedStatus, writeStatus } from '../../pipeline/publish/status-file.ts';
import { tempFolder } from '../temp-folder.ts';

const STATUS: StatusFile = { edition: 'a', running: false, failures: [], late: [], due: '2026-10-16T09:30:00Z' };

describe('writeStatus', () => {
  it('writes the same status as JSON and as a classic script, with nothing else left', async () => {
    const tree = await tempFolder();
    const late = [{ source: 'frånvaro </script><!--\u2028', due: '2026-10-10', last: null }];
    await writeStatus(tree, { ...STATUS, late });
    expect(await readStatus(tree, 'a')).toEqual({ ...STATUS, late });
    const script = await readFile(`${tree}/status.js`, 'utf8');
    expect(script).not.toMatch(/[<>\u2028]/);
    const window: { malbildStatus?: StatusFile } = {};
    runInNewContext(script, { window });
    expect(JSON.parse(JSON.stringify(window.malbildStatus))).toEqual({ ...STATUS, late });
    expect((await readdir(tree)).sort()).toEqual(['status.js', 'status.json']);
  });

  it('replaces what is there, and what a killed run left', async () => {
    const tree = await tempFolder();
    await writeFile(`${tree}/.tmp-status.json`, '{"edi');
    await writeStatus(tree, STATUS);
    await writeStatus(tree, startedStatus(STATUS));
    expect((await readStatus(tree, 'a')).running).toBe(true);
    expect((await readdir(tree)).sort()).toEqual(['status.js', 'status.json']);
  });

  it('says nothing where it is gone or broken', async () => {
    const tree = await tempFolder();
    const nothing = { edition: 'a', running: false, failures: [], late: [], due: null };
    expect(await readStatus(tree, 'a')).toEqual(nothing);
    await writeFile(`${tree}/status.json`, '{');
    expect(await readStatus(tree, 'a')).toEqual(nothing);
  });
});

describe('what is due', () => {
  it('stays due when it was due while a run is under way and after one that failed', () => {
    const failure = { run: '1', step: 'load.source', message: 'x' };
    const failed = failedStatus(startedStatus(STATUS), failure);
    expect(failed).toEqual({ ...STATUS, failures: [failure] });
    expect(failedStatus(failed, { ...failure, run: '2' }).failures.map(({ run }) => run)).toEqual(['1', '2']);
  });

  it('is the next time after a run that ended well, in UTC, and nothing where nothing is due', () => {
    expect(renewedStatus('b', [], new Date('2026-10-17T09:30:00.123Z'))).toEqual({ ...STATUS, edition: 'b', due: '2026-10-17T09:30:00Z' });
    expect(renewedStatus('b', [], null).due).toBeNull();
  });
});
