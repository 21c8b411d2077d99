import { createSandbox, type Sandbox, type Settings } from '../../create-sandbox';
import type { FreshdeskFault } from '../../freshdesk/api/freshdesk-fault';
import type { ProductEvent } from '../../platform/faults';
import type { JsonObject } from '../../support/json-value';
import type { FunctionAnswer } from '../../platform/runtime/page-functions';
import { createRandomChoices, type RandomChoices } from './random-choices';
import { keepDiary, type Diary } from './checker/diary';
import type { ChaosPlan } from './plan';

/** An action with its time. */
export interface Appointment {
  readonly at: number;
  readonly keep: () => void | Promise<void>;
}

/** A ticket that Freshdesk does not give, alone of all. */
export interface UnreadableTicket {
  readonly fault: FreshdeskFault & { readonly family: 'conversations' | 'view' };
  /** The end of it; Infinity: there is none. */
  readonly until: number;
}

/** A time in which Freshdesk gives no ticket, or the conversations of none, while its lists work. */
export interface Silence {
  readonly family: 'conversations' | 'view';
  readonly from: number;
  /** Infinity while it lasts. */
  until: number;
}

/** A time in which the key saw less and the app could not ask what it sees. */
export interface UnnoticedNarrowing {
  /** Up to where the lists of spam and deleted tickets had been read before, and the list of the other tickets. */
  readonly from: number;
  readonly liveFrom: number;
  readonly to: number;
  /** The groups whose tickets the key still saw. */
  readonly groups: readonly number[];
}

/** A time in which the settings had a Freshdesk key. */
export interface KeyTime {
  readonly from: number;
  /** When it was removed, and what its scan had read then; null while it is there. */
  until: {
    readonly at: number;
    /** When the run began that saw the key first; null: none has. */
    readonly scannedFrom: number | null;
    readonly scannedUntil: number;
    readonly recheckedUntil: number;
  } | null;
}

/** One seed's sandbox and the state of the chaos run. */
export interface ChaosWorld {
  readonly sandbox: Sandbox;
  readonly plan: ChaosPlan;
  /** Whole seconds, as in the schedule. */
  readonly cutOver: number;
  readonly nemesis: RandomChoices;
  readonly helpdesk: RandomChoices;
  readonly people: RandomChoices;
  /** For the kinds that are switched on and off. */
  readonly extras: RandomChoices;
  /** For what only an app without a Freshdesk key needs: events of groups, ticket pages, names, and the key itself. */
  readonly live: RandomChoices;
  /** Counts of the nemesis's faults by kind. */
  readonly faults: Map<string, number>;
  /** The ends of active faults; the end of the storm runs them all. */
  readonly endings: Appointment[];
  /** Scheduled actions of people in the helpdesk. */
  readonly appointments: Appointment[];
  /** Every key that was ever used. */
  readonly keys: Set<string>;
  /** What the events told the app. */
  readonly diary: Diary;
  /** The times in which the settings had a Freshdesk key, oldest first. */
  readonly keyTimes: KeyTime[];
  /** What the app showed as `complete until` when a ticket was purged, by ticket. */
  readonly completeAtPurge: Map<number, number>;
  /** Tickets that are or were unreadable, by id. */
  readonly unreadable: Map<number, UnreadableTicket>;
  readonly silences: Silence[];
  /** All answers of the app's functions, as JSON. */
  readonly answers: string[];
  /** Events that are kept back for a joint delivery. */
  readonly keptBack: ProductEvent[];
  /** Kinds of platform calls that are refused now. */
  readonly refusedKinds: Set<string>;
  /** Since when the Freshdesk key's scope is narrowed; null while it sees all tickets. */
  narrowedAt: number | null;
  /**
   * Times in which the lists of spam and deleted tickets were read by a key that saw less, and in which the app, whose
   * calls failed, could not ask what its key sees.
   */
  readonly unnoticedNarrowing: UnnoticedNarrowing[];
  /** False after the end of all faults. */
  isStorm: boolean;
  /** The last key that injixo generated; saved in the settings now or later. */
  injixoKey: string;
  count(kind: string, times?: number): void;
  trace(text: string): void;
  now(): number;
  call(name: string, args?: JsonObject): Promise<FunctionAnswer>;
  saveKeys(changed: Settings): void;
}

/** Listeners of a world. */
export interface WorldOptions {
  readonly packageDir: string;
  readonly trace?: (at: number, text: string) => void;
}

async function install(sandbox: Sandbox, settings: Settings): Promise<number> {
  const cutOver = Math.floor(sandbox.clock.now() / 1000) * 1000;
  const { ok, reason } = await sandbox.platform.install(settings);
  if (!ok) throw new Error(`The installation was refused: ${reason ?? 'no reason given'}`);
  return cutOver;
}

/** Creates a sandbox according to the plan and installs the app in it. */
export async function openWorld(plan: ChaosPlan, options: WorldOptions): Promise<ChaosWorld> {
  const sandbox = await createSandbox({ ...plan.sandbox, packageDir: options.packageDir });
  sandbox.platform.faults.minRepeatMinutes = plan.minRepeatMinutes;
  if (plan.isHourly) sandbox.freshdesk.setPlan('hourly');
  let settings: Settings = {
    ...sandbox.settings(),
    ...(plan.key === 'never' ? { freshdesk_api_key: '' } : {}),
  };
  const keys = new Set<string>();
  const remember = (): void =>
    void keys.add(settings['injixo_api_key'] ?? '').add(settings['freshdesk_api_key'] ?? '');
  remember();
  const diary = keepDiary(sandbox.platform);
  const cutOver = await install(sandbox, settings);
  sandbox.freshdesk.settings.trashView = plan.trashView;
  sandbox.platform.faults.entityStoreOff = plan.entityStoreOff;
  const faults = new Map<string, number>();
  const answers: string[] = [];
  return {
    sandbox,
    plan,
    cutOver,
    nemesis: createRandomChoices(plan.seed, 'nemesis'),
    helpdesk: createRandomChoices(plan.seed, 'helpdesk'),
    people: createRandomChoices(plan.seed, 'people'),
    extras: createRandomChoices(plan.seed, 'extras'),
    live: createRandomChoices(plan.seed, 'live'),
    faults,
    endings: [],
    appointments: [],
    keys,
    diary,
    keyTimes: plan.key === 'never' ? [] : [{ from: cutOver, until: null }],
    completeAtPurge: new Map(),
    unreadable: new Map(),
    silences: [],
    answers,
    keptBack: [],
    refusedKinds: new Set(),
    injixoKey: settings['injixo_api_key'] ?? '',
    narrowedAt: null,
    unnoticedNarrowing: [],
    isStorm: true,
    count: (kind, times = 1) => void faults.set(kind, (faults.get(kind) ?? 0) + times),
    trace: (text) => options.trace?.(sandbox.clock.now(), text),
    now: () => sandbox.clock.now(),
    call: async (name, args = {}) => {
      const { answer } = await sandbox.platform.callFunction(name, args);
      answers.push(JSON.stringify(answer));
      return answer;
    },
    saveKeys: (changed) => {
      settings = { ...settings, ...changed };
      remember();
      sandbox.platform.saveSettings(settings);
    },
  };
}
