import { passTime } from './play';
import { DAY, HOUR, MINUTE } from './time';
import type { ChaosWorld } from './world';

/** More than the outbox can hold. */
const CONTACTS = 20_000;
const REPLY_AFTER = 3;
/** Customers write on one of this many newest tickets. */
const NEWEST = 500;
const MAX_DRAIN_MS = 24 * HOUR;
const STEP_MS = 10 * MINUTE;

function happen(world: ChaosWorld, nth: number, open: number[], groups: readonly number[]): void {
  const { actions } = world.sandbox.freshdesk;
  if (nth % REPLY_AFTER === REPLY_AFTER - 1) {
    actions.customerReply(world.helpdesk.pick(open), { channel: world.helpdesk.pick(['email', 'portal']) });
    return;
  }
  const { id } = actions.createTicket({
    groupId: world.helpdesk.pick(groups),
    source: world.helpdesk.pick([1, 2, 3]),
  });
  open.push(id);
  if (open.length > NEWEST) open.shift();
}

/** A day on which injixo answers only 503, with more contacts than the outbox holds. */
export async function playOutage(world: ChaosWorld): Promise<void> {
  const { sandbox } = world;
  const groups = ['Care', 'Sales', 'Returns'].map((name) => sandbox.freshdesk.actions.createGroup(name).id);
  const startedAt = world.now();
  const open: number[] = [];
  sandbox.injixo.faults.add({ kind: 'status', status: 503 });
  world.count('injixo down for a day');
  for (let nth = 0; nth < CONTACTS; nth += 1) {
    await passTime(world, Math.floor(startedAt + (nth * DAY) / CONTACTS));
    happen(world, nth, open, groups);
  }
  await passTime(world, startedAt + DAY);
  sandbox.injixo.faults.clear();
}

/** Advances the time until injixo has all contacts; returns the minutes, or null if it never has. */
export async function drainOutage(world: ChaosWorld): Promise<number | null> {
  const endedAt = world.now();
  while (world.now() - endedAt < MAX_DRAIN_MS) {
    await passTime(world, world.now() + STEP_MS);
    if (world.sandbox.injixo.receipts.length >= CONTACTS) return Math.ceil((world.now() - endedAt) / MINUTE);
  }
  return null;
}
