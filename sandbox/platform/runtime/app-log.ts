import { format } from 'node:util';
import { createNewestList } from '../../support/newest-list';
import type { Restorable } from '../../support/snapshot';

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;
type LogLevel = (typeof levels)[number];

/** One line of the package's `console` output. */
export interface LogEntry {
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
  readonly invocation: number;
}

/** The package's output in chronological order. */
export interface AppLog extends Restorable {
  add(entry: LogEntry): void;
  list(filter?: Partial<Pick<LogEntry, 'level' | 'invocation'>>): readonly LogEntry[];
}

const MAX_ENTRIES = 20_000;

/** Creates a log that keeps the newest lines. */
export function createAppLog(): AppLog {
  const entries = createNewestList<LogEntry>(MAX_ENTRIES);
  return {
    add: entries.add,
    takeSnapshot: entries.takeSnapshot,
    list: ({ level, invocation } = {}) =>
      entries
        .list()
        .filter(
          (entry) =>
            (level === undefined || entry.level === level) &&
            (invocation === undefined || entry.invocation === invocation),
        ),
  };
}

/** The `console` of one invocation. */
export function createConsole(write: (level: LogLevel, text: string) => void): object {
  const methods = levels.map((level) => [level, (...parts: unknown[]) => write(level, format(...parts))]);
  return Object.fromEntries(methods) as object;
}
