import { createActions } from './actions/create-actions';
import type { FreshdeskActions } from './actions/create-actions';
import { createApp } from './api/create-app';
import type { FreshdeskFault } from './api/freshdesk-fault';
import { limitsOfPlan } from './api/limits';
import type { FreshdeskLimits, Plan } from './api/limits';
import { createRateLimit } from './api/rate-limit';
import { defaultSettings } from './api/settings';
import type { FreshdeskSettings } from './api/settings';
import { createHelpdesk } from './model/helpdesk';
import type { Helpdesk, ProductEvent } from './model/helpdesk';
import { addAgent } from './actions/administration';
import type { Agent } from './model/people';
import type { ReadOnlyClock } from '../support/clock';
import { keepFields, keepSet, restoreAll, type Restorable } from '../support/snapshot';
import { createFaultList } from '../support/stand-in/fault-list';
import type { FaultList } from '../support/stand-in/fault-list';
import { createLocalServer } from '../support/local-server';
import type { LocalServer } from '../support/local-server';
import { noCalls, type CallCounts } from './api/endpoint-family';

/** Options of the stand-in. */
export interface FreshdeskInput {
  readonly clock: ReadOnlyClock;
  /** Receives the product events in order. */
  readonly onEvent?: (event: ProductEvent) => void;
  readonly plan?: Plan;
  readonly domain?: string;
  readonly firstTicketId?: number;
}

/** The stand-in for Freshdesk: its API on a local port, and the helpdesk behind it. */
export interface Freshdesk extends LocalServer, Restorable {
  readonly actions: FreshdeskActions;
  readonly helpdesk: Helpdesk;
  /** The Account Administrator that a new helpdesk has. */
  readonly admin: Agent;
  readonly faults: FaultList<FreshdeskFault>;
  readonly settings: FreshdeskSettings;
  readonly limits: FreshdeskLimits;
  /** Calls of each kind since the start, including refused ones. */
  readonly calls: CallCounts;
  /** Also receives the product events from now on; the returned function stops that. */
  onEvent(listener: (event: ProductEvent) => void): () => void;
  setPlan(plan: Plan): void;
  /** Spends credits like other integrations of the account. */
  spendCredits(credits: number): void;
  /** Credits spent within the last minute. */
  usedCredits(): number;
}

const createListeners = (first: FreshdeskInput['onEvent']) => {
  const listeners = new Set<(event: ProductEvent) => void>(first === undefined ? [] : [first]);
  return {
    emit: (event: ProductEvent): void => listeners.forEach((listener) => listener(event)),
    add: (listener: (event: ProductEvent) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeSnapshot: () => keepSet(listeners),
  };
};

/** Creates a helpdesk with one Account Administrator. */
export const createFreshdesk = (input: FreshdeskInput): Freshdesk => {
  const { clock, onEvent, plan = 'pro', ...options } = input;
  const listeners = createListeners(onEvent);
  const helpdesk = createHelpdesk({ ...options, clock, emit: listeners.emit });
  const limits = limitsOfPlan(plan);
  const rateLimit = createRateLimit(clock, limits);
  const parts = {
    helpdesk,
    limits,
    rateLimit,
    settings: defaultSettings(),
    faults: createFaultList<FreshdeskFault>(),
    calls: noCalls(),
  };

  return {
    ...createLocalServer(createApp(parts)),
    helpdesk,
    limits,
    settings: parts.settings,
    faults: parts.faults,
    calls: parts.calls,
    admin: addAgent(helpdesk),
    actions: createActions(helpdesk),
    onEvent: listeners.add,
    setPlan: (next) => Object.assign(limits, limitsOfPlan(next)),
    spendCredits: rateLimit.spend,
    usedCredits: rateLimit.used,
    takeSnapshot: () =>
      restoreAll([
        ...[limits, parts.settings, parts.calls].map(keepFields),
        ...[helpdesk, parts.faults, rateLimit, listeners].map((part) => part.takeSnapshot()),
      ]),
  };
};
