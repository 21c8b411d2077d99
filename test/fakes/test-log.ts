import type { Log, LogFields } from '../../server/platform/ports';

/** One line of the log. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields | undefined;
}

/** A log that keeps its lines and throws on an error nobody expects. */
export interface TestLog extends Log {
  readonly lines: readonly LogLine[];
  /** From now on an error line with this message is no surprise. */
  expectError(message: string): void;
  messages(level: LogLine['level']): readonly string[];
}

/** An empty log. */
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
