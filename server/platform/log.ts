import type { Log, LogFields } from './ports';

function line(level: string, message: string, fields: LogFields | undefined, runId: string): string {
  return JSON.stringify({ level, message, run: runId, ...fields });
}

/** Writes one JSON line a call to the platform's console; `runId` ties the lines of a run, elsewhere it names the handler. */
export function createLog(runId: string): Log {
  return {
    info: (message, fields) => console.info(line('info', message, fields, runId)),
    warn: (message, fields) => console.warn(line('warn', message, fields, runId)),
    error: (message, fields) => console.error(line('error', message, fields, runId)),
  };
}
