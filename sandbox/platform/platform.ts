import type { Clock } from '../support/clock';
import type { Network } from '../network/network';
import type { LogEntry } from './runtime/app-log';
import type { CurrentHost } from './runtime/envelope';
import type { EntityRecord } from './stores/entity-records';
import type { QueuedEvent } from './runtime/event-bus';
import type { PlatformFaults, ProductEvent } from './faults';
import type { SettingsResult, SetupResult } from './package/installation';
import type { InvocationResult } from './runtime/invocation-result';
import type { JsonObject } from '../support/json-value';
import type { Limits } from './limits';
import type { FunctionResult } from './runtime/page-functions';
import type { TemplateAnswer } from './requests/request-templates';
import type { Schedule } from './schedules/schedule-book';
import type { Restorable } from '../support/snapshot';
import type { StepHook, StepOutcome } from '../support/step';
import type { MeteredKind, Usage } from './usage-meter';

/** What a platform is made for. */
export interface PlatformOptions {
  /** The built package: manifest.json, config/, server/. */
  readonly packageDir: string;
  readonly clock: Clock;
  readonly network: Network;
  /** The account's Freshdesk domain, without scheme. */
  readonly host: string;
  /** Decides everything that is left to chance. */
  readonly seed?: number;
  /** Limits that this sandbox wants otherwise than documented. */
  readonly limits?: Partial<Limits>;
  /** Gives each invocation a new context for its code, as the platform may: slower. */
  readonly hasFreshContexts?: boolean;
}

/** Something the documentation forbids, or a review would object to. */
export interface Violation {
  readonly at: number;
  /** 0 when no single invocation is at fault. */
  readonly invocation: number;
  readonly text: string;
}

/** What the stores hold now. */
export interface StoresSnapshot {
  readonly keyValues: Readonly<Record<string, unknown>>;
  readonly entities: Readonly<Record<string, readonly EntityRecord[]>>;
  readonly schedules: readonly Schedule[];
}

/** A local Freshworks platform with one account and one package, which it treats as the documentation says. */
export interface Platform extends Restorable {
  readonly currentHost: CurrentHost;
  readonly limits: Limits;
  /** What goes wrong; may be changed at any time. */
  readonly faults: PlatformFaults;
  /** Is asked before every step of every invocation; may be replaced at any time. */
  onStep: StepHook;

  isInstalled(): boolean;
  /** Fills in the install page and presses Install. */
  install(iparams: JsonObject): Promise<SetupResult>;
  uninstall(): Promise<SetupResult>;
  /** Changes the settings of the installed app; the next invocations see them. */
  saveSettings(iparams: JsonObject): SettingsResult;
  /** The values of the install page as the app sees them, secure ones too; empty where it is not installed. */
  settings(): Readonly<JsonObject>;

  /** Brings one product event to the app now; rejects when the package does not subscribe to it. */
  deliver(event: ProductEvent): Promise<InvocationResult>;
  /** Calls a function as a page in the browser does. */
  callFunction(name: string, args?: JsonObject): Promise<FunctionResult>;
  /** Sends a request template as a page in the browser does. */
  invokeTemplate(name: string, options?: JsonObject): Promise<StepOutcome<TemplateAnswer>>;
  /** Fires a schedule now, due or not; rejects when there is none of that name. */
  fireSchedule(name: string): Promise<InvocationResult>;
  /** Loses a schedule as no platform should: it never fires again and nobody is told. */
  loseSchedule(name: string): void;

  /** Takes an event from the product: it arrives later, once, or as the event faults have it. */
  emit(event: ProductEvent): void;
  /** Lets schedules fire and queued events arrive, each at its time, one after the other. */
  advanceTo(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;

  /** The newest invocations, oldest first. */
  invocations(): readonly InvocationResult[];
  /** What the package wrote with `console`. */
  log(filter?: Partial<Pick<LogEntry, 'level' | 'invocation'>>): readonly LogEntry[];
  violations(): readonly Violation[];
  usage(): Readonly<Record<MeteredKind, Usage>>;
  stores(): StoresSnapshot;
  /** Puts an entry into the key-value store, so that an app of some weeks need not be played from its first day. */
  putKeyValue(key: string, value: object): void;
  /** Product events that are on their way. */
  queued(): readonly QueuedEvent[];
}
