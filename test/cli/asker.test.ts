import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asker } from '../../pipeline/cli/asker.ts';

function aTerminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (text: Buffer) => (shown += text.toString()));
  return { input, ask: asker(input, output), shown: () => shown };
}

describe('questions at a terminal', () => {
  it('are asked one at a time, and answered by a line each', async () => {
    const { input, ask, shown } = aTerminal();
    const first = ask('id: ');
    input.write('sick-leave\n');
    expect(await first).toBe('sick-leave');
    expect(shown()).toBe('id: ');
    const second = ask('name: ');
    input.write('Sjukfrånvaro\n');
    expect(await second).toBe('Sjukfrånvaro');
    expect(shown()).toBe('id: name: ');
    expect(input.isPaused()).toBe(true);
  });

  it('take lines that were pasted at once, none lost', async () => {
    const { input, ask } = aTerminal();
    input.write('a\nb\n\nd\n');
    expect([await ask('1'), await ask('2'), await ask('3'), await ask('4')]).toEqual(['a', 'b', '', 'd']);
  });

  it('take what was written before the input ended', async () => {
    const { input, ask } = aTerminal();
    input.end('a\nb\n');
    expect([await ask('1'), await ask('2'), await ask('3')]).toEqual(['a', 'b', '']);
  });

  it('are answered by nothing when the input has ended', async () => {
    const { input, ask } = aTerminal();
    const waiting = ask('id: ');
    await setImmediate();
    input.end();
    expect(await waiting).toBe('');
    expect(await ask('name: ')).toBe('');
  });
});
