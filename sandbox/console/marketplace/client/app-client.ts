/** Replaces the platform's client script in a page of the app. */
import type { PageMessage } from './messages';
import { createEvents, createPlatformClient } from './platform-client';
import { createTimers } from './timers';

const sandbox = globalThis as unknown as { sandboxNow: number; app: object };
const RealDate = Date;
const events = createEvents();
const ticketId = new URLSearchParams(window.location.search).get('ticket');
const client = createPlatformClient(events, ticketId);
const realTimeout = window.setTimeout;

const now = (): number => sandbox.sandboxNow;
/** Returns the sandbox's time in this frame when the current time is requested. */
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
  get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
});
sandbox.app = { initialized: () => Promise.resolve(client) };

const timers = createTimers(now);
// What runs unseen on the page of a ticket waits by the sandbox's time; the app's own page is looked at and waits by the clock.
if (ticketId !== null) Object.assign(globalThis, { setTimeout: timers.set });

const FIRED: Readonly<Record<PageMessage['kind'], readonly string[]>> = {
  activated: ['app.activated'],
  time: [],
  'ticket.groupChanged': ['ticket.groupChanged'],
};

window.addEventListener('message', (event: MessageEvent<PageMessage>) => {
  if (event.origin !== window.location.origin) return;
  sandbox.sandboxNow = event.data.now;
  FIRED[event.data.kind].forEach(events.fire);
  timers.run();
});
window.addEventListener('load', () => realTimeout(() => events.fire('app.activated'), 0));
