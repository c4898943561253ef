/** Vega logs what it cannot draw and draws the rest; a chart that says less than its data must not be published. */
export interface CollectingLogger {
  level(): number;
  level(level: number): this;
  error(...messages: readonly unknown[]): this;
  warn(...messages: readonly unknown[]): this;
  info(): this;
  debug(): this;
  /** Throws an Error that holds everything logged since the last call, if anything was. */
  throwIfAny(what: string): void;
}

const WARN = 2;

export function collectingLogger(): CollectingLogger {
  let messages: string[] = [];
  const collect = (parts: readonly unknown[]) => {
    messages.push(parts.map(part => (part instanceof Error ? part.message : String(part))).join(' '));
  };
  const logger: CollectingLogger = {
    level: ((level?: number) => (level === undefined ? WARN : logger)) as CollectingLogger['level'],
    error(...parts) {
      collect(parts);
      return logger;
    },
    warn(...parts) {
      collect(parts);
      return logger;
    },
    info: () => logger,
    debug: () => logger,
    throwIfAny(what) {
      if (messages.length === 0) return;
      const all = messages.join('; ');
      messages = [];
      throw new Error(`${what}: ${all}`);
    },
  };
  return logger;
}
