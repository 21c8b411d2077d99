import { FRESHDESK_HOST, INJIXO_HOST } from '../../create-sandbox';
import { checkComplete, type Overclaim } from './checker/check-complete';
import { judge, type Judgement } from './checker/judge';
import { findForeignHosts, findSecrets } from './checker/secrets';
import type { KindName } from './kinds';
import { drainOutage, playOutage } from './outage';
import { makePlan, type ChaosMode } from './plan';
import { playQuiet, playStorm } from './play';
import { openWorld, type ChaosWorld, type WorldOptions } from './world';

/** The result of one seed. */
export interface SeedResult extends Judgement {
  readonly seed: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly looks: number;
  readonly overclaims: readonly Overclaim[];
  readonly secrets: readonly string[];
  readonly foreignHosts: readonly string[];
  readonly freshdeskCalls: number;
  /** Minutes until everything was accepted after an outage; null if there was none, or it never was. */
  readonly drainedAfterMinutes: number | null;
}

/** True if all guarantees hold. */
export function isRight(result: SeedResult): boolean {
  const { lost, doubled, wrongQueue, wrongVolumes, waiting, overclaims, secrets, foreignHosts } = result;
  const lists = [overclaims, secrets, foreignHosts];
  return (
    lost + doubled + wrongQueue + wrongVolumes + waiting === 0 && lists.every((list) => list.length === 0)
  );
}

/** Without a Freshdesk key there is nothing to ask Freshdesk. */
function hostsOf({ plan }: ChaosWorld): readonly string[] {
  return plan.key === 'never' ? [INJIXO_HOST] : [INJIXO_HOST, FRESHDESK_HOST];
}

async function play(world: ChaosWorld): Promise<SeedResult> {
  const overclaims: Overclaim[] = [];
  let looks = 0;
  const look = (): void => {
    looks += 1;
    overclaims.push(...checkComplete(world));
  };
  const isOutage = world.plan.mode === 'outage-24h';
  await (isOutage ? playOutage(world) : playStorm(world, look));
  const drainedAfterMinutes = isOutage ? await drainOutage(world) : null;
  await playQuiet(world, look);
  return {
    seed: world.plan.seed,
    ...judge(world),
    faults: Object.fromEntries(world.faults),
    looks,
    drainedAfterMinutes,
    overclaims,
    secrets: findSecrets(world),
    foreignHosts: findForeignHosts(world, hostsOf(world)),
    freshdeskCalls: Object.values(world.sandbox.freshdesk.calls).reduce((sum, calls) => sum + calls, 0),
  };
}

/** Plays one seed from beginning to end. */
export async function runSeed(
  seed: number,
  mode: ChaosMode,
  { kinds, ...options }: WorldOptions & { readonly kinds?: readonly KindName[] | undefined },
): Promise<SeedResult> {
  const plan = makePlan(seed, mode, kinds);
  const world = await openWorld(plan, options);
  const timeZone = process.env['TZ'];
  process.env['TZ'] = plan.timeZone;
  try {
    return await play(world);
  } finally {
    if (timeZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = timeZone;
    await world.sandbox.stop();
  }
}
