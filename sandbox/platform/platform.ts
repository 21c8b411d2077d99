import type { Clock } from '../support/clock';
import type { Network } from '../network/network';
import type { LogEntry } from './runtime/app-log';
import type { CurrentHost } from './runtime/envelope';
import type { EntityHook } from './stores/entity-deed';
import type { EntityRecord } from './stores/entity-records';
import type { QueuedEvent } from './runtime/event-bus';
import type { PlatformFaults, ProductEvent } from './faults';
import type { SettingsResult, SetupResult } from './package/installation';
import type { InvocationResult } from './runtime/invocation-result';
import type { JsonObject } from '../support/json-value';
import type { Limits } from './limits';
import type { FunctionResult } from './runtime/page-functions';
import type { TemplateAnswer } from './requests/request-templates';
import type { Schedule } from './schedules/schedule-store';
import type { Restorable } from '../support/snapshot';
import type { StepHook, StepOutcome } from '../support/step';
import type { MeteredKind, Usage } from './usage-meter';

/** Options of a platform. */
export interface PlatformOptions {
  /** The built package: manifest.json, config/, server/. */
  readonly packageDir: string;
  readonly clock: Clock;
  readonly network: Network;
  /** The account's Freshdesk domain, without scheme. */
  readonly host: string;
  /** The seed of all random choices. */
  readonly seed?: number;
  /** Limits that differ from the documentation. */
  readonly limits?: Partial<Limits>;
  /** Runs each invocation in a new context, as the platform may; slower. */
  readonly hasFreshContexts?: boolean;
}

/** A violation of the documentation, or something a review would object to. */
export interface Violation {
  readonly at: number;
  /** 0 if it concerns no single invocation. */
  readonly invocation: number;
  readonly text: string;
}

/** The content of the stores. */
export interface StoresSnapshot {
  readonly keyValues: Readonly<Record<string, unknown>>;
  readonly entities: Readonly<Record<string, readonly EntityRecord[]>>;
  readonly schedules: readonly Schedule[];
}

/** A local Freshworks platform with one account and one package, which behaves as documented. */
export interface Platform extends Restorable {
  readonly currentHost: CurrentHost;
  readonly limits: Limits;
  /** The faults; may be changed at any time. */
  readonly faults: PlatformFaults;
  /** Called before every step of every invocation; may be replaced at any time. */
  onStep: StepHook;
  /** Called after every successful call of the entity store; may be replaced at any time. */
  onEntity: EntityHook;

  isInstalled(): boolean;
  /** Submits the install page. */
  install(iparams: JsonObject): Promise<SetupResult>;
  uninstall(): Promise<SetupResult>;
  /** Changes the settings of the installed app for its next invocations. */
  saveSettings(iparams: JsonObject): SettingsResult;
  /** The values of the install page as the app sees them, secure ones included; empty if it is not installed. */
  settings(): Readonly<JsonObject>;

  /** Delivers one product event now; rejects if the package does not subscribe to it. */
  deliver(event: ProductEvent): Promise<InvocationResult>;
  /** Calls a function as a page in the browser does. */
  callFunction(name: string, args?: JsonObject): Promise<FunctionResult>;
  /** Sends a request template as a page in the browser does. */
  invokeTemplate(name: string, options?: JsonObject): Promise<StepOutcome<TemplateAnswer>>;
  /** Fires a schedule now, due or not; rejects if it does not exist. */
  fireSchedule(name: string): Promise<InvocationResult>;
  /** Drops a schedule, a platform error: it never fires again and no error is reported. */
  loseSchedule(name: string): void;
  /** Keeps a schedule's entry and never fires it again, a platform error; one that is deleted and made anew fires. */
  silenceSchedule(name: string): void;

  /** Accepts an event from the product: it is delivered later, once or as the event faults decide. */
  emit(event: ProductEvent): void;
  /** Advances the time; schedules and queued events fire in order. */
  advanceTo(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;

  /** The newest invocations, oldest first. */
  invocations(): readonly InvocationResult[];
  /** The package's `console` output. */
  log(filter?: Partial<Pick<LogEntry, 'level' | 'invocation'>>): readonly LogEntry[];
  violations(): readonly Violation[];
  usage(): Readonly<Record<MeteredKind, Usage>>;
  stores(): StoresSnapshot;
  /** Writes a key-value entry directly, so that a story need not play an app's first weeks. */
  putKeyValue(key: string, value: object): void;
  /** Drops a key-value entry, a platform error: no call of the app is told. */
  loseKeyValue(key: string): void;
  /** Product events that are not yet delivered. */
  queued(): readonly QueuedEvent[];
}
