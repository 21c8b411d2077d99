import type { RefusalAnswer } from '../../../platform/refusal';
import type { Step, StepVerdict } from '../../../support/step';
import { BOUNDS } from '../plan';
import { HOUR, MINUTE, SECOND } from '../time';
import type { ChaosWorld } from '../world';
import { during, TICK, type Fault } from './fault';

const REFUSALS: readonly RefusalAnswer[] = [
  { status: 500, message: 'Internal error' },
  { status: 503, message: 'Service unavailable' },
  { status: 429, message: 'You have exceeded the limit of requests per minute' },
  { status: 504, message: 'Timeout' },
];
const DOWN: RefusalAnswer = { status: 500, message: 'Internal error' };

/** Makes any step the last of its invocation and any platform call refused, at random. */
export function armPlatform(world: ChaosWorld): void {
  const { platform } = world.sandbox;
  const { killRate, refuseRate } = world.plan;
  const { nemesis } = world;
  platform.onStep = (step) => {
    if (!world.isStorm || !nemesis.chance(killRate)) return 'go';
    return kill(world, step, nemesis.pick(['kill before', 'kill after']));
  };
  platform.faults.refuse = (step) => {
    if (world.refusedKinds.has(step.kind)) return DOWN;
    if (!world.isStorm || step.kind === 'http' || !nemesis.chance(refuseRate)) return null;
    world.count(`platform refuses ${step.kind}`);
    return nemesis.pick(REFUSALS);
  };
}

function kill(world: ChaosWorld, step: Step, verdict: StepVerdict): StepVerdict {
  world.count(`${step.handler === 'onScheduledEventHandler' ? 'run' : 'handler'} killed`);
  world.trace(`${verdict} ${step.handler} ${step.label}`);
  return verdict;
}

/** Kills a run at its next batch, before or after the batch is sent. */
const killAtPost: Fault = (world) => {
  const { platform } = world.sandbox;
  const before = platform.onStep;
  const verdict = world.nemesis.pick(['kill before', 'kill after'] as const);
  platform.onStep = (step) => {
    if (!step.label.startsWith('POST')) return before(step);
    platform.onStep = before;
    return kill(world, step, verdict);
  };
};

/** Kills a run after the answer to its batch. */
const killAfterPost: Fault = (world) => {
  const { platform } = world.sandbox;
  const before = platform.onStep;
  let left = -1;
  const after = world.nemesis.whole(1, 8);
  platform.onStep = (step) => {
    if (step.label.startsWith('POST')) left = after;
    else if (left > 0) left -= 1;
    if (left !== 0) return before(step);
    platform.onStep = before;
    return kill(world, step, world.nemesis.pick(['kill before', 'kill after']));
  };
};

const staleReads: Fault = (world) => {
  const { faults } = world.sandbox.platform;
  faults.staleReadMs = world.nemesis.between(SECOND, BOUNDS.staleReadMs);
  during(world, 'key-value reads are stale', world.nemesis.between(10 * MINUTE, 4 * HOUR), () => {
    faults.staleReadMs = 0;
  });
};

const staleListings: Fault = (world) => {
  const { faults } = world.sandbox.platform;
  faults.listingShowsDeletedMs = world.nemesis.between(0, BOUNDS.staleListingMs);
  faults.listingMissesNewMs = world.nemesis.between(0, BOUNDS.staleListingMs);
  during(world, 'entity listings are stale', world.nemesis.between(10 * MINUTE, 4 * HOUR), () => {
    faults.listingShowsDeletedMs = 0;
    faults.listingMissesNewMs = 0;
  });
};

const lateTtl: Fault = (world) => {
  const { faults } = world.sandbox.platform;
  faults.lateTtlMs = world.nemesis.between(SECOND, BOUNDS.lateTtlMs);
  during(world, 'entries expire late', world.nemesis.between(10 * MINUTE, 4 * HOUR), () => {
    faults.lateTtlMs = 0;
  });
};

const wrongClock: Fault = (world) => {
  const { faults } = world.sandbox.platform;
  faults.clockSkewMs = world.nemesis.between(-BOUNDS.clockSkewMs, BOUNDS.clockSkewMs);
  during(world, 'the clock of the app is wrong', world.nemesis.between(10 * MINUTE, 6 * HOUR), () => {
    faults.clockSkewMs = 0;
  });
};

const noEntityStore: Fault = (world) => {
  const { faults } = world.sandbox.platform;
  faults.entityStoreOff = true;
  during(world, 'entity store off', world.nemesis.between(10 * MINUTE, 3 * HOUR), () => {
    faults.entityStoreOff = world.plan.entityStoreOff;
  });
};

/** The platform refuses all calls of one kind for a time. */
const storeDown: Fault = (world) => {
  const kind = world.nemesis.pick(['kv', 'entity', 'schedule'] as const);
  world.refusedKinds.add(kind);
  during(world, `all ${kind} calls refused`, world.nemesis.between(SECOND, 30 * MINUTE), () => {
    world.refusedKinds.delete(kind);
  });
};

/** No invocation runs for a time, and events wait. */
const switchedOff: Fault = (world) => {
  const { clock } = world.sandbox;
  const lastsMs = world.nemesis.between(10 * MINUTE, 5 * HOUR);
  world.count('nothing runs for a while');
  world.trace(`fault: nothing runs for ${Math.round(lastsMs / MINUTE)} minutes`);
  clock.advanceTo(clock.now() + lastsMs);
};

/** Not before the first run: until then only the schedule has the installation time. */
const loseSchedule: Fault = (world) => {
  const { platform } = world.sandbox;
  if (platform.stores().keyValues['overview'] === undefined) return;
  platform.loseSchedule(TICK);
  world.count('the schedule is lost');
  world.trace('fault: the schedule is lost');
};

/** The faults of the platform. */
export const PLATFORM_FAULTS: readonly (readonly [weight: number, fault: Fault])[] = [
  [5, killAtPost],
  [5, killAfterPost],
  [3, staleReads],
  [3, staleListings],
  [2, lateTtl],
  [1, wrongClock],
  [1, noEntityStore],
  [2, storeDown],
  [0.5, switchedOff],
  [0.5, loseSchedule],
];

/** Ends all faults of the platform. */
export function calmPlatform({ sandbox, plan, refusedKinds }: ChaosWorld): void {
  refusedKinds.clear();
  const { faults } = sandbox.platform;
  sandbox.platform.onStep = () => 'go';
  Object.assign(faults, {
    refuse: null,
    clockSkewMs: 0,
    lateTtlMs: 0,
    staleReadMs: 0,
    missingReads: {},
    listingShowsDeletedMs: 0,
    listingMissesNewMs: 0,
    entityStoreOff: plan.entityStoreOff,
  });
}
