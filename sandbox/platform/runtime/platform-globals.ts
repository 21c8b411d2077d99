import { deedOf, type EntityHook } from '../stores/entity-deed';
import type { EntityStore, EntityTable } from '../stores/entity-store';
import type { PlatformFaults } from '../faults';
import type { JsonObject } from '../../support/json-value';
import type { KeyValueStore } from '../stores/key-value-store';
import type { Limits } from '../limits';
import { answerOf, Refusal } from '../refusal';
import type { TemplateAnswer } from '../requests/request-templates';
import type { ScheduleStore } from '../schedules/schedule-store';
import type { Step, StepKind, StepOutcome, StepRunner } from '../../support/step';

/** The implementations behind an invocation's globals. */
export interface GlobalsContext {
  readonly limits: Limits;
  readonly faults: PlatformFaults;
  readonly keyValues: KeyValueStore;
  readonly entities: EntityStore;
  readonly schedules: ScheduleStore;
  /** Whether the stores can be used: only after the installation has ended. */
  readonly areStoresOpen: () => boolean;
  readonly onEntity: EntityHook;
  readonly invokeTemplate: (name: string, options: unknown) => Promise<StepOutcome<TemplateAnswer>>;
}

type Call = (kind: StepKind, label: string, effect: (step: Step) => unknown) => Promise<unknown>;

/** The documented globals that reach the platform: `$db`, `$schedule`, `$request`. */
export function createGlobals(runner: StepRunner, context: GlobalsContext): JsonObject {
  const { keyValues, schedules } = context;
  const call = createCall(runner, context);
  return {
    $db: {
      set: (key: unknown, value: unknown, options?: unknown) =>
        call('kv', `set ${String(key)}`, () => keyValues.set(key, value, options)),
      get: (key: unknown) => call('kv', `get ${String(key)}`, () => keyValues.get(key)),
      update: (key: unknown, action: unknown, attributes: unknown) =>
        call('kv', `update ${String(key)}`, () => keyValues.update(key, action, attributes)),
      delete: (key: unknown) => call('kv', `delete ${String(key)}`, () => keyValues.delete(key)),
      entity: (options: unknown) => createEntityGlobal(call, options, context),
    },
    $schedule: {
      create: (options: unknown) =>
        call('schedule', labelFor('create', options), () => schedules.create(options)),
      fetch: (options: unknown) =>
        call('schedule', labelFor('fetch', options), () => schedules.fetch(options)),
      update: (options: unknown) =>
        call('schedule', labelFor('update', options), () => schedules.update(options)),
      delete: (options: unknown) =>
        call('schedule', labelFor('delete', options), () => schedules.delete(options)),
    },
    $request: {
      invokeTemplate: (name: unknown, options?: unknown) =>
        runner.perform({
          kind: 'request',
          label: String(name),
          work: (step) => {
            const injected = context.faults.refuse?.(step) ?? null;
            if (injected !== null) return { ok: false as const, error: injected, latencyMs: 0 };
            return context.invokeTemplate(String(name), options);
          },
        }),
    },
  };
}

const entityVerbs = ['create', 'get', 'update', 'delete', 'getAll'] as const satisfies (keyof EntityTable)[];

function createEntityGlobal(
  call: Call,
  options: unknown,
  { entities, onEntity }: Pick<GlobalsContext, 'entities' | 'onEntity'>,
): object {
  const { version } = Object(options) as { version?: unknown };
  if (version !== 'v1') throw new TypeError("entity: the version should be 'v1'");
  return {
    get: (name: unknown) => {
      const entity = String(name);
      const table = entities.table(entity);
      const carryOut = (verb: keyof EntityTable, args: readonly unknown[]): Promise<unknown> =>
        call('entity', `${verb} ${entity}`, ({ at, invocation }) => {
          const answer = table[verb](args[0], args[1]);
          onEntity(deedOf({ at, invocation, entity, verb }, args, answer));
          return answer;
        });
      return Object.fromEntries(
        entityVerbs.map((verb) => [verb, (...args: readonly unknown[]) => carryOut(verb, args)]),
      );
    },
  };
}

function createCall(runner: StepRunner, { limits, faults, areStoresOpen }: GlobalsContext): Call {
  const latencies = {
    kv: limits.kvLatencyMs,
    entity: limits.entityLatencyMs,
    schedule: limits.scheduleLatencyMs,
    http: 0,
    request: 0,
  } as const satisfies Record<StepKind, number>;
  return (kind, label, effect) =>
    runner.perform({
      kind,
      label,
      work: (step) => {
        const latencyMs = latencies[kind];
        const injected = faults.refuse?.(step) ?? null;
        if (injected !== null) return { ok: false, error: injected, latencyMs };
        if (kind !== 'schedule' && !areStoresOpen()) return { ok: false, error: notInstalled(), latencyMs };
        return settle(() => effect(step), latencyMs);
      },
    });
}

function settle(effect: () => unknown, latencyMs: number): StepOutcome<unknown> {
  try {
    return { ok: true, value: effect(), latencyMs };
  } catch (error) {
    return { ok: false, error: answerOf(error), latencyMs };
  }
}

function notInstalled(): unknown {
  return new Refusal(403, 'Data storage cannot be used before the installation has finished').answer;
}

function labelFor(verb: string, options: unknown): string {
  const { name } = Object(options) as { name?: unknown };
  return `${verb} ${String(name)}`;
}
