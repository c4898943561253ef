import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const side = fileURLToPath(new URL('run-side.mjs', import.meta.url));

/** One `malbild run` in a process of its own: seconds, seconds by stage as its log tells them, the most memory it had, and its own processor time in seconds. */
export async function timedRun(project, out) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=64', side, 'malbild', project, out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stages = {};
  let [stage, since, rss, cpu, rest] = ['start', started, 0, 0, ''];
  child.stderr.setEncoding('utf8').on('data', text => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const [, next] = /^([a-z]+)\.[a-z-]+/.exec(line) ?? [];
      if (line.startsWith('rss ')) rss = Number(line.slice(4));
      if (line.startsWith('cpu ')) cpu = Number(line.slice(4));
      if (next === undefined || next === stage) continue;
      const now = performance.now();
      stages[stage] = (stages[stage] ?? 0) + (now - since) / 1000;
      [stage, since] = [next, now];
    }
  });
  const status = await new Promise(resolve => child.on('close', resolve));
  if (status !== 0) throw new Error(`malbild run ended with ${status}: ${rest}`);
  const ended = performance.now();
  stages[stage] = (stages[stage] ?? 0) + (ended - since) / 1000;
  return { seconds: (ended - started) / 1000, stages, rss, cpu };
}

/** `load 0.52, measure 1.20`, in seconds. */
export const stagesText = stages =>
  Object.entries(stages)
    .map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)}`)
    .join(', ');
