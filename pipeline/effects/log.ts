/** Progress of a run. A step's name is `<stage>.<step>`; `detail` is shown beside it. */
export interface Log {
  step(name: string, detail?: string): void;
}

export const silentLog: Log = { step() {} };

/** One plain line a step, for pipes and journals. */
export const lineLog = (write: (line: string) => void): Log => ({
  step(name, detail) {
    write(detail === undefined ? `${name}\n` : `${name}: ${detail}\n`);
  },
});

/** The current step on one line that is rewritten, for a terminal. */
export const terminalLog = (write: (text: string) => void): Log => ({
  step(name, detail) {
    write(`\r\u001b[2K${name}${detail === undefined ? '' : `: ${detail}`}`);
  },
});
