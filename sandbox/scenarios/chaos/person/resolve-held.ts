import { objectOf } from '../../../support/json-value';
import type { ChaosWorld } from '../world';
import { nameAll } from './tell-names';

/** A held batch in the list of `getHeld`. */
interface HeldBatch {
  readonly number: number;
}

async function listBatches(world: ChaosWorld, list: 'held' | 'discarded'): Promise<readonly HeldBatch[]> {
  const answer = await world.call('getHeld');
  const response = answer.ok ? objectOf(answer.response) : {};
  const batches = response[list];
  return Array.isArray(batches) ? (batches as readonly HeldBatch[]) : [];
}

/** Whether injixo accepted that batch, as injixo's own pages show it. */
function wasTaken({ sandbox, cutOver }: ChaosWorld, { number }: HeldBatch): boolean {
  return sandbox.injixo.receipts.some(
    ({ idempotencyKey }) => idempotencyKey === `batch-${cutOver}-${number}`,
  );
}

/** Batches that injixo has are not sent again; others are sent, or sometimes discarded and restored. */
async function resolveBatch(world: ChaosWorld, batch: HeldBatch): Promise<void> {
  const order = wasTaken(world, batch) ? 'discardHeld' : 'sendHeld';
  const isPressedTwice = world.people.chance(0.4);
  world.count(`${order} pressed${isPressedTwice ? ' twice' : ''}`);
  world.trace(`people: ${order} ${batch.number}`);
  const press = () => world.call(order, { request: { number: batch.number } });
  if (!isPressedTwice) return void (await press());
  await Promise.all([press(), press(), ...(world.people.chance(0.5) ? [world.call('runNow')] : [])]);
}

/** Restores a batch that was discarded although injixo does not have it. */
async function restore(world: ChaosWorld): Promise<void> {
  const wrong = (await listBatches(world, 'discarded')).filter((batch) => !wasTaken(world, batch));
  for (const { number } of wrong) {
    world.count('restoreHeld pressed');
    world.trace(`people: restoreHeld ${number}`);
    await world.call('restoreHeld', { request: { number } });
  }
}

/** Discards a batch by mistake, to restore it later. */
async function discardByMistake(world: ChaosWorld): Promise<void> {
  const [batch] = await listBatches(world, 'held');
  if (batch === undefined || wasTaken(world, batch)) return;
  world.count('discardHeld pressed by mistake');
  world.trace(`people: discardHeld ${batch.number} by mistake`);
  await world.call('discardHeld', { request: { number: batch.number } });
}

/** Opens the page and acts on it. */
export async function lookAtPage(world: ChaosWorld): Promise<void> {
  await world.call('getOverview');
  if (world.people.chance(0.15)) await discardByMistake(world);
  if (world.people.chance(0.5)) await restore(world);
  if (world.people.chance(0.5)) await resolveAll(world);
  if (world.people.chance(0.2)) await world.call('runNow');
  if (world.plan.key !== 'always' && world.live.chance(0.4)) await nameAll(world);
}

/** Resolves everything that is held. */
async function resolveAll(world: ChaosWorld): Promise<void> {
  for (const batch of await listBatches(world, 'held')) await resolveBatch(world, batch);
}

/** The last look: resolves everything that can be resolved. */
export async function resolveFinally(world: ChaosWorld): Promise<void> {
  await restore(world);
  await resolveAll(world);
}
