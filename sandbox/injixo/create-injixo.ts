import type { ReadOnlyClock } from '../support/clock';
import {
  keepFields,
  keepList,
  keepSet,
  restoreAll,
  type Restorable,
  type Restore,
} from '../support/snapshot';
import { createFaultList } from '../support/stand-in/fault-list';
import type { FaultList } from '../support/stand-in/fault-list';
import { createLocalServer } from '../support/local-server';
import type { LocalServer } from '../support/local-server';
import { createInjixoApp } from './create-injixo-app';
import type { InjixoParts, InjixoTraffic } from './create-injixo-app';
import { createInjixoAccount } from './injixo-account';
import type { InjixoAccount } from './injixo-account';
import type { InjixoFault } from './injixo-fault';
import { defaultInjixoSettings } from './injixo-settings';
import type { InjixoSettings } from './injixo-settings';
import { readPast, type FreshdeskAccess } from './own-import';
import { queuesOf, volumesOf } from './source-queues';
import type { Interval, Receipt, SourceQueue, Volume } from './source-queues';

/** The stand-in for injixo: its API on a local port, and the account behind it. */
export interface Injixo extends LocalServer, Restorable {
  readonly account: InjixoAccount;
  readonly faults: FaultList<InjixoFault>;
  readonly settings: InjixoSettings;
  /** Everything injixo accepted, in order. */
  readonly receipts: readonly Receipt[];
  /** Counters of the requests since the start. */
  readonly traffic: InjixoTraffic;
  /** Imports the history with the Freshdesk key of an integration, as injixo does itself; returns how many contacts. */
  importPast(integrationId: number, access: FreshdeskAccess): Promise<number>;
  queues(): readonly SourceQueue[];
  volumes(interval: Interval): readonly Volume[];
}

const keepParts = ({ account, settings, faults, receipts, traffic, takenKeys }: InjixoParts): Restore =>
  restoreAll([
    account.takeSnapshot(),
    faults.takeSnapshot(),
    keepFields(settings),
    keepList(receipts),
    keepFields(traffic),
    keepList(traffic.repeatedKeys),
    keepSet(takenKeys),
  ]);

/** Creates an injixo account without integrations. */
export const createInjixo = ({ clock }: { readonly clock: ReadOnlyClock }): Injixo => {
  const parts: InjixoParts = {
    clock,
    account: createInjixoAccount(clock),
    settings: defaultInjixoSettings(),
    faults: createFaultList<InjixoFault>(),
    receipts: [],
    traffic: { requests: 0, emptyRequests: 0, batches: 0, repeatedKeys: [] },
    takenKeys: new Set(),
  };

  return {
    ...createLocalServer(createInjixoApp(parts)),
    account: parts.account,
    faults: parts.faults,
    settings: parts.settings,
    receipts: parts.receipts,
    traffic: parts.traffic,
    importPast: async (integrationId, access) => {
      const at = clock.now();
      const contacts = await readPast(access);
      const own = { at, integrationId, idempotencyKey: undefined, batch: 0 };
      parts.receipts.push(...contacts.map((contact) => ({ ...contact, ...own })));
      return contacts.length;
    },
    queues: () => queuesOf(parts.receipts),
    volumes: (interval) => volumesOf(parts.receipts, interval),
    takeSnapshot: () => keepParts(parts),
  };
};
