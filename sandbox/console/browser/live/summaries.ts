import type { Summary } from '../../serving/summary';

type Listener = (summary: Summary, before: Summary | null) => void;

/** The summaries that the sandbox sends to every tab. */
export interface Summaries {
  listen(listener: Listener): void;
  onConnection(listener: (isConnected: boolean) => void): void;
}

/** Connects to the sandbox; the browser reconnects automatically. */
export function connect(): Summaries {
  const listeners: Listener[] = [];
  const connections: ((isConnected: boolean) => void)[] = [];
  let last: Summary | null = null;
  const source = new EventSource('/live');
  source.addEventListener('message', ({ data }) => {
    const summary = JSON.parse(String(data)) as Summary;
    const before = last;
    last = summary;
    for (const listener of listeners) listener(summary, before);
  });
  source.addEventListener('open', () => connections.forEach((listener) => listener(true)));
  source.addEventListener('error', () => {
    // The next answer may come from another sandbox: everything is loaded again.
    last = null;
    connections.forEach((listener) => listener(false));
  });
  return {
    listen: (listener) => {
      listeners.push(listener);
      if (last !== null) listener(last, null);
    },
    onConnection: (listener) => void connections.push(listener),
  };
}
