import { join } from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { keepBetweenLooks } from '../occasions/keeping.ts';
import { drawOnDemand } from '../look.ts';
import { takeLock } from '../state/lock.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { findingText } from '../messages/findings.ts';
import { formatProblem } from '../messages/problems.ts';
import type { AudienceName } from '../words/project.ts';
import { startDevServer, type Look } from './dev-server.ts';
import { watchProject } from './watch-project.ts';

export interface FollowOptions {
  project: string;
  out: string;
  audience: AudienceName;
  port: number;
  tell(line: string): void;
  signal: AbortSignal;
}

/**
 * Shows one audience's pages as they would be published, and works them out anew each time something in the project is saved: only what rests on the
 * change, and only the pages that somebody looks at. Nothing is fetched or published; the project's state is this process's own until it ends.
 * Throws LockHeldError, and ExpectedError where the port cannot be had.
 */
export async function followProject(options: FollowOptions, effects: Effects): Promise<void> {
  const { project, out, audience, tell, signal } = options;
  const lock = await takeLock(join(project, '.malbild'), 'malbild dev', effects.now());
  const between = keepBetweenLooks();
  const server = await startDevServer(options.port).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  let last: Look = { find: null, problems: '' };

  async function lookNow(): Promise<void> {
    const started = effects.now().getTime();
    last = await seen();
    server.show(last);
    tell(`${last.problems}looked in ${((effects.now().getTime() - started) / 1000).toFixed(2)} s: ${server.address}`);
  }

  async function seen(): Promise<Look> {
    try {
      const {
        project: read,
        find,
        findings,
      } = await drawOnDemand({ project, out, asOf: null, rehash: false }, effects, between.keep, audience);
      const holding = find === null ? findings.filter(finding => finding.severity === 'hold-edition').map(findingText) : [];
      const problems = [...read.problems.map(formatProblem), ...holding].map(line => `${line}\n`).join('');
      return { find: find ?? last.find, problems };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      return { ...last, problems: `${error.message}\n` };
    }
  }

  const changes = changesOf(project, signal);
  try {
    for (;;) {
      await lookNow();
      if (!(await changes.next())) break;
    }
  } finally {
    changes.end();
    await server.stop();
    await between.close();
    lock.release();
  }
}

/** Waits for the next change; false when there will be none. Changes while nobody waits are one. */
function changesOf(project: string, signal: AbortSignal): { next(): Promise<boolean>; end(): void } {
  let changed = false;
  let wake = (): void => undefined;
  const end = watchProject(project, () => {
    changed = true;
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    end,
    async next() {
      while (!changed && !signal.aborted) await new Promise<void>(resolve => (wake = resolve));
      changed = false;
      return !signal.aborted;
    },
  };
}
