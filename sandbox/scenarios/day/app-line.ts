import type { LogEntry } from '../../platform/runtime/app-log';

/** One line of the app's log, taken apart. */
export interface AppLine {
  readonly at: number;
  readonly invocation: number;
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Takes a log line apart; one that is not JSON is its own message. */
export function parseAppLine({ at, invocation, level, text }: LogEntry): AppLine {
  const place = { at, invocation, level };
  try {
    const fields = Object(JSON.parse(text)) as Record<string, unknown>;
    return { ...place, message: String(fields['message']), fields };
  } catch {
    return { ...place, message: text, fields: {} };
  }
}
