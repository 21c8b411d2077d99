import { format } from 'node:util';

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** One line that the package wrote with `console`. */
export interface LogEntry {
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
  readonly invocation: number;
}

export interface AppLog {
  add(entry: LogEntry): void;
  list(filter?: Partial<Pick<LogEntry, 'level' | 'invocation'>>): readonly LogEntry[];
  clear(): void;
}

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[];

/** Keeps the newest lines. */
export function createAppLog(maxEntries = 20_000): AppLog {
  let entries: LogEntry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > maxEntries) entries = entries.slice(-Math.ceil(maxEntries / 2));
    },
    list: ({ level, invocation } = {}) =>
      entries.filter(
        (entry) =>
          (level === undefined || entry.level === level) &&
          (invocation === undefined || entry.invocation === invocation),
      ),
    clear: () => {
      entries = [];
    },
  };
}

/** The `console` of one invocation. */
export function createConsole(write: (level: LogLevel, text: string) => void): object {
  const methods = levels.map((level) => [level, (...parts: unknown[]) => write(level, format(...parts))]);
  return Object.fromEntries(methods) as object;
}
