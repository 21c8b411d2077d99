import type { ChaosWorld } from '../world';
import { bringTogether } from './event-faults';
import { keepUnreadable } from './kinds/unreadable-ticket';
import { calmFreshdesk, FRESHDESK_FAULTS } from './freshdesk-faults';
import { calmInjixo, INJIXO_FAULTS } from './injixo-faults';
import { calmPlatform, PLATFORM_FAULTS } from './platform-faults';

const TOGETHER_SHARE = 0.35;
const SIDES = [INJIXO_FAULTS, FRESHDESK_FAULTS, PLATFORM_FAULTS] as const;
const SIDES_OF_LIVE = [INJIXO_FAULTS, PLATFORM_FAULTS] as const;

/** Injects one more fault. */
export async function injectFault(world: ChaosWorld): Promise<void> {
  if (world.nemesis.chance(TOGETHER_SHARE)) return bringTogether(world, world.nemesis.chance(0.7));
  const faults = world.nemesis.pick(world.plan.key === 'never' ? SIDES_OF_LIVE : SIDES);
  let left = world.nemesis.between(
    0,
    faults.reduce((sum, [weight]) => sum + weight, 0),
  );
  const chosen = faults.find(([weight]) => (left -= weight) < 0);
  chosen?.[1](world);
}

/** Ends the storm: everything works again, every key is saved, and all events are released. */
export async function endStorm(world: ChaosWorld): Promise<void> {
  world.isStorm = false;
  // Latest last: a key that was changed twice is saved in its current form.
  for (const { keep } of [...world.endings.splice(0)]) await keep();
  calmInjixo(world);
  calmFreshdesk(world);
  keepUnreadable(world);
  calmPlatform(world);
  await bringTogether(world, false);
}
