/** Replaces the platform's client script in a page of the app. */
import type { PageMessage } from './messages';
import { createEvents, createPlatformClient } from './platform-client';

const sandbox = globalThis as unknown as { sandboxNow: number; app: object };
const RealDate = Date;
const events = createEvents();
const client = createPlatformClient(events);

const now = (): number => sandbox.sandboxNow;
/** Returns the sandbox's time in this frame when the current time is requested. */
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
  get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
});
sandbox.app = { initialized: () => Promise.resolve(client) };

window.addEventListener('message', (event: MessageEvent<PageMessage>) => {
  if (event.origin !== window.location.origin || event.data.kind !== 'activated') return;
  sandbox.sandboxNow = event.data.now;
  events.fire('app.activated');
});
window.addEventListener('load', () => setTimeout(() => events.fire('app.activated'), 0));
