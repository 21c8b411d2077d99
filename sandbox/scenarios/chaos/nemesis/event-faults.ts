import type { ProductEvent } from '../../../platform/faults';
import { BOUNDS } from '../plan';
import { MINUTE, SECOND } from '../time';
import type { ChaosWorld } from '../world';
import { TICK } from './fault';

const USUAL_DELAY_MS = SECOND;
const KEPT_BACK_SHARE = 0.15;

function delayOf(world: ChaosWorld): number {
  const { nemesis, plan } = world;
  if (!nemesis.chance(plan.lateRate)) return nemesis.between(0, 2 * USUAL_DELAY_MS);
  world.count('event late');
  return nemesis.chance(0.5) ? nemesis.between(0, 5 * MINUTE) : nemesis.between(0, BOUNDS.lateEventMs);
}

function planInStorm(world: ChaosWorld, event: ProductEvent): readonly number[] {
  const { nemesis, plan } = world;
  if (nemesis.chance(plan.dropRate)) {
    world.count('event dropped');
    return [];
  }
  if (plan.nemesisEveryMs < Infinity && nemesis.chance(KEPT_BACK_SHARE)) {
    world.keptBack.push(event);
    return [];
  }
  if (!nemesis.chance(plan.repeatRate)) return [delayOf(world)];
  world.count('event repeated');
  return Array.from({ length: nemesis.whole(2, 4) }, () => delayOf(world));
}

/** Makes events lost, repeated, late, reordered, or kept back for a joint delivery. */
export function armEvents(world: ChaosWorld): void {
  const { platform } = world.sandbox;
  platform.faults.events.plan = (event) => (world.isStorm ? planInStorm(world, event) : [USUAL_DELAY_MS]);
}

/** Delivers all kept-back events at once, while two runs start concurrently. */
export async function bringTogether(world: ChaosWorld, withRuns: boolean): Promise<void> {
  const { platform } = world.sandbox;
  const events = world.keptBack.splice(0);
  const hasTick = platform.stores().schedules.some(({ name }) => name === TICK);
  const runs = withRuns && hasTick ? [platform.fireSchedule(TICK), world.call('runNow')] : [];
  if (events.length + runs.length > 1) world.count('invocations at once', events.length + runs.length);
  await Promise.all([...events.map((event) => platform.deliver(event).catch(() => null)), ...runs]);
}
