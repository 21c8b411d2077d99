import type { Log, LogFields } from '../../server/platform/ports';

/** One line of the log. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields | undefined;
}

/** A log that records its lines and throws on an unexpected error. */
export interface TestLog extends Log {
  readonly lines: readonly LogLine[];
  /** Marks error lines with this message as expected. */
  expectError(message: string): void;
  messages(level: LogLine['level']): readonly string[];
}

/** Creates an empty log. */
export function createTestLog(): TestLog {
  const lines: LogLine[] = [];
  const expected = new Set<string>();
  const write =
    (level: LogLine['level']) =>
    (message: string, fields?: LogFields): void => {
      lines.push({ level, message, fields });
      if (level === 'error' && !expected.has(message)) throw new Error(`Unexpected error line: ${message}`);
    };
  return {
    lines,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    expectError: (message) => expected.add(message),
    messages: (level) => lines.filter((line) => line.level === level).map((line) => line.message),
  };
}
