import { createClock, type Clock } from '../../sandbox/support/clock';
import { readEntityDefinitions } from '../../sandbox/platform/stores/entity-definition';
import { createEntityStore } from '../../sandbox/platform/stores/entity-store';
import { createFaults, type PlatformFaults } from '../../sandbox/platform/faults';
import { createKeyValueStore } from '../../sandbox/platform/stores/key-value-store';
import { limitsWith, type Limits } from '../../sandbox/platform/limits';
import { createGlobals } from '../../sandbox/platform/runtime/platform-globals';
import { createScheduleStore } from '../../sandbox/platform/schedules/schedule-store';
import type { StepRunner } from '../../sandbox/support/step';
import { createUsageMeter } from '../../sandbox/platform/usage-meter';
import { createRandom } from '../../sandbox/support/random';
import entities from '../../config/entities.json';

/** The sandbox's platform behind this process's `$db` and `$schedule`. */
export interface SandboxGlobals {
  readonly clock: Clock;
  readonly faults: PlatformFaults;
}

const NAMES = ['$db', '$schedule', 'renderData'] as const;

/** Carries out a call at once, in no virtual time. */
const runner: StepRunner = {
  async perform({ kind, label, work }) {
    const step = { invocation: 0, handler: 'test', n: 1, kind, label, at: 0 };
    const outcome = await work(step);
    if (outcome.ok) return outcome.value;
    // The platform rejects with plain objects, which the adapters must handle.
    throw outcome.error;
  },
};

/** Sets the globals `$db` and `$schedule` of a new platform, until `removeGlobals`. */
export function putSandboxGlobals(changed: Partial<Limits> = {}): SandboxGlobals {
  const clock = createClock(Date.parse('2026-11-05T12:00:00Z'));
  const limits = limitsWith(changed);
  const faults = createFaults();
  const usage = createUsageMeter(clock);
  const context = { clock, limits, faults, usage, random: createRandom(1) };
  const definitions = readEntityDefinitions(entities, limits, []);
  Object.assign(
    globalThis,
    createGlobals(runner, {
      limits,
      faults,
      keyValues: createKeyValueStore(context),
      entities: createEntityStore(definitions, { ...context, seed: 1 }),
      schedules: createScheduleStore(context),
      areStoresOpen: () => true,
      onEntity: () => undefined,
      invokeTemplate: () => Promise.reject(new Error('Server code sends no request templates')),
    }),
  );
  return { clock, faults };
}

/** Sets a global `renderData` that records its arguments, until `removeGlobals`. */
export function putRenderData(): readonly (readonly unknown[])[] {
  const rendered: (readonly unknown[])[] = [];
  Object.assign(globalThis, {
    renderData: (...given: unknown[]) => {
      rendered.push(given);
    },
  });
  return rendered;
}

/** Removes the platform's globals. */
export function removeGlobals(): void {
  for (const name of NAMES) Reflect.deleteProperty(globalThis, name);
}
