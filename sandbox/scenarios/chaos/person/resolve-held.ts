import { objectOf } from '../../../support/json-value';
import type { ChaosWorld } from '../world';

/** A batch that waits for a person, as `getHeld` lists it. */
interface HeldBatch {
  readonly number: number;
}

async function listBatches(world: ChaosWorld, list: 'held' | 'discarded'): Promise<readonly HeldBatch[]> {
  const answer = await world.call('getHeld');
  const response = answer.ok ? objectOf(answer.response) : {};
  const batches = response[list];
  return Array.isArray(batches) ? (batches as readonly HeldBatch[]) : [];
}

/** What a person sees who looks into injixo: whether it took that batch. */
function wasTaken({ sandbox, cutOver }: ChaosWorld, { number }: HeldBatch): boolean {
  return sandbox.injixo.receipts.some(
    ({ idempotencyKey }) => idempotencyKey === `batch-${cutOver}-${number}`,
  );
}

/** Nobody sends what injixo has; what it does not have is sent, or now and then thrown away and taken back. */
async function decide(world: ChaosWorld, batch: HeldBatch): Promise<void> {
  const order = wasTaken(world, batch) ? 'discardHeld' : 'sendHeld';
  const isPressedTwice = world.people.chance(0.4);
  world.count(`${order} pressed${isPressedTwice ? ' twice' : ''}`);
  world.trace(`people: ${order} ${batch.number}`);
  const press = () => world.call(order, { request: { number: batch.number } });
  if (!isPressedTwice) return void (await press());
  await Promise.all([press(), press(), ...(world.people.chance(0.5) ? [world.call('runNow')] : [])]);
}

/** Something that was discarded although injixo does not have it is restored. */
async function restore(world: ChaosWorld): Promise<void> {
  const wrong = (await listBatches(world, 'discarded')).filter((batch) => !wasTaken(world, batch));
  for (const { number } of wrong) {
    world.count('restoreHeld pressed');
    world.trace(`people: restoreHeld ${number}`);
    await world.call('restoreHeld', { request: { number } });
  }
}

/** Somebody discards by mistake, to restore it later. */
async function discardByMistake(world: ChaosWorld): Promise<void> {
  const [batch] = await listBatches(world, 'held');
  if (batch === undefined || wasTaken(world, batch)) return;
  world.count('discardHeld pressed by mistake');
  world.trace(`people: discardHeld ${batch.number} by mistake`);
  await world.call('discardHeld', { request: { number: batch.number } });
}

/** Somebody opens the page and does what is to be done. */
export async function lookAtPage(world: ChaosWorld): Promise<void> {
  await world.call('getOverview');
  if (world.people.chance(0.15)) await discardByMistake(world);
  if (world.people.chance(0.5)) await restore(world);
  if (world.people.chance(0.5)) await decideAll(world);
  if (world.people.chance(0.2)) await world.call('runNow');
}

/** Decides about everything that is held. */
async function decideAll(world: ChaosWorld): Promise<void> {
  for (const batch of await listBatches(world, 'held')) await decide(world, batch);
}

/** The last look: everything that may be decided is. */
export async function decideForGood(world: ChaosWorld): Promise<void> {
  await restore(world);
  await decideAll(world);
}
