import type { Log, LogFields } from './ports';

/** Writes one JSON line a call to the platform's console; `runId` is that of a run, elsewhere the name of the handler. */
export function createLog(runId: string): Log {
  const line = (level: string, message: string, fields?: LogFields): string =>
    JSON.stringify({ level, message, run: runId, ...fields });
  return {
    info: (message, fields) => console.info(line('info', message, fields)),
    warn: (message, fields) => console.warn(line('warn', message, fields)),
    error: (message, fields) => console.error(line('error', message, fields)),
  };
}
