import type { Summary } from '../../serving/summary';

type Listener = (summary: Summary, before: Summary | null) => void;

/** What the sandbox tells every tab, as it comes in. */
export interface Summaries {
  listen(listener: Listener): void;
  onConnection(listener: (isConnected: boolean) => void): void;
}

/** Connects to the sandbox; the browser connects anew by itself when the connection breaks. */
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
    // Whatever answers next may be another sandbox: everything is asked for anew.
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
