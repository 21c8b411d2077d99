import type { Log, LogFields } from './ports';

/** Writes one JSON line a call to the platform's console; `runId` is that of a run, elsewhere the name of the handler. */
export function createLog(runId: string): Log {
  const lineAt =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields?: LogFields): void =>
      console[level](JSON.stringify({ level, message, run: runId, ...fields }));
  return { info: lineAt('info'), warn: lineAt('warn'), error: lineAt('error') };
}
