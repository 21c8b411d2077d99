import type { ProductEvent } from '../../../platform/faults';
import { BOUNDS } from '../plan';
import { MINUTE, SECOND } from '../time';
import type { RandomChoices } from '../random-choices';
import type { ChaosWorld } from '../world';
import { TICK } from './fault';

const USUAL_DELAY_MS = SECOND;
const KEPT_BACK_SHARE = 0.15;

/** Events of groups have a stream of their own, so that they shift none of a seed's other faults. */
function choicesFor({ nemesis, live }: ChaosWorld, { name }: ProductEvent): RandomChoices {
  return name.startsWith('onGroup') ? live : nemesis;
}

function delayOf(world: ChaosWorld, choices: RandomChoices): number {
  if (!choices.chance(world.plan.lateRate)) return choices.between(0, 2 * USUAL_DELAY_MS);
  world.count('event late');
  return choices.chance(0.5) ? choices.between(0, 5 * MINUTE) : choices.between(0, BOUNDS.lateEventMs);
}

function planInStorm(world: ChaosWorld, event: ProductEvent): readonly number[] {
  const { plan } = world;
  const choices = choicesFor(world, event);
  if (choices.chance(plan.dropRate)) {
    world.count('event dropped');
    return [];
  }
  if (plan.nemesisEveryMs < Infinity && choices.chance(KEPT_BACK_SHARE)) {
    world.keptBack.push(event);
    return [];
  }
  if (!choices.chance(plan.repeatRate)) return [delayOf(world, choices)];
  world.count('event repeated');
  return Array.from({ length: choices.whole(2, 4) }, () => delayOf(world, choices));
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
