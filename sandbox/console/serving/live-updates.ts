import type { Request, Response } from 'express';
import type { Summary } from './summary';

const MIN_PAUSE_MS = 100;

/** Sends changes to every open tab, as server-sent events. */
export interface LiveUpdates {
  /** Answers a tab's `GET /live` with the summary, now and after each change. */
  connect(request: Request, response: Response): void;
  /** Reports a change; changes in quick succession are sent once. */
  changed(): void;
  stop(): void;
}

/** Creates the updates; `summary` is called only while a tab is connected. */
export function createLiveUpdates(summary: () => Summary): LiveUpdates {
  const tabs = new Set<Response>();
  let pause: NodeJS.Timeout | null = null;

  const tell = (receivers: Iterable<Response>): void => {
    const text = `data: ${JSON.stringify(summary())}\n\n`;
    for (const tab of receivers) tab.write(text);
  };
  const sendToAll = (): void => {
    pause = null;
    if (tabs.size > 0) tell(tabs);
  };

  return {
    connect: (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      tabs.add(response);
      request.on('close', () => tabs.delete(response));
      tell([response]);
    },
    changed: () => {
      pause ??= setTimeout(sendToAll, MIN_PAUSE_MS);
    },
    stop: () => {
      if (pause !== null) clearTimeout(pause);
      for (const tab of tabs) tab.end();
    },
  };
}
