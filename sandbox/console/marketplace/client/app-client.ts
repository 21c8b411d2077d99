/** Stands in a page of the app for the script that the platform puts at its client's address. */
import type { PageMessage } from './messages';
import { createEvents, createPlatformClient } from './platform-client';
import { replaceDate } from './sandbox-date';

const sandbox = globalThis as unknown as { sandboxNow: number; app: object };
const events = createEvents();
const client = createPlatformClient(events);

replaceDate(() => sandbox.sandboxNow);
sandbox.app = { initialized: () => Promise.resolve(client) };

window.addEventListener('message', (event: MessageEvent<PageMessage>) => {
  if (event.origin !== window.location.origin || event.data.kind !== 'activated') return;
  sandbox.sandboxNow = event.data.now;
  events.fire('app.activated');
});
window.addEventListener('load', () => setTimeout(() => events.fire('app.activated'), 0));
