import { createNewestList } from '../support/newest-list';
import { createRandom } from '../support/random';
import { createAppLog } from './runtime/app-log';
import { createEntityStore } from './stores/entity-store';
import { createEnvelope, type CurrentHost } from './runtime/envelope';
import { createEventBus } from './runtime/event-bus';
import { createFaults } from './faults';
import type { InvocationResult } from './runtime/invocation-result';
import { createKeyValueStore } from './stores/key-value-store';
import { limitsWith } from './limits';
import { loadPackage } from './package/load-package';
import type { PlatformOptions, Violation } from './platform';
import { createScheduleStore } from './schedules/schedule-store';
import { keepFields, restoreAll, type Restore } from '../support/snapshot';
import { createUsageMeter } from './usage-meter';

const MAX_INVOCATIONS = 5000;
const MAX_VIOLATIONS = 1000;

/** All parts of one platform, before they are connected. */
export type Facilities = ReturnType<typeof createFacilities>;

/** Loads the package and creates empty stores, queues and logs for it. */
export function createFacilities(options: PlatformOptions) {
  const { clock, network, host, seed = 1 } = options;
  const limits = limitsWith(options.limits);
  const faults = createFaults();
  const usage = createUsageMeter(clock);
  const { appPackage, runtimes } = loadPackage(options.packageDir, {
    limits,
    now: clock.now,
    hasFreshContexts: options.hasFreshContexts ?? false,
  });
  const { manifest, entities } = appPackage;
  const stores = { clock, limits, faults, usage, random: createRandom(seed) };
  const currentHost: CurrentHost = {
    subscribed_modules: manifest.productModules,
    endpoint_urls: { freshdesk: `https://${host}` },
  };
  const violations = createNewestList<Violation>(MAX_VIOLATIONS);
  return {
    clock,
    network,
    limits,
    faults,
    usage,
    appPackage,
    runtimes,
    violations,
    keyValues: createKeyValueStore(stores),
    entities: createEntityStore(entities, { ...stores, seed }),
    schedules: createScheduleStore(stores),
    bus: createEventBus({ clock, random: createRandom(seed + 1), faults: faults.events }),
    log: createAppLog(),
    invocations: createNewestList<InvocationResult>(MAX_INVOCATIONS),
    currentHost,
    envelope: createEnvelope({ clock, currentHost }),
    onViolation: (invocation: number, text: string): void => {
      violations.add({ at: clock.now(), invocation, text });
    },
  };
}

/** Saves the state of a platform's stores, queues, faults and records. */
export function keepFacilities(facilities: Facilities): Restore {
  const { faults, usage, keyValues, entities, schedules, bus, log, invocations, violations } = facilities;
  const parts = [usage, keyValues, entities, schedules, bus, log, invocations, violations];
  return restoreAll([
    keepFields(faults),
    keepFields(faults.events),
    ...parts.map((part) => part.takeSnapshot()),
  ]);
}
