import { createClock, type Clock } from './support/clock';
import { createFreshdesk, type Freshdesk, type FreshdeskInput } from './freshdesk/create-freshdesk';
import { createInjixo, type Injixo } from './injixo/create-injixo';
import { createNetwork, type Network } from './network/network';
import { createPlatform } from './platform/create-platform';
import type { Platform, PlatformOptions } from './platform/platform';
import { restoreAll, type Restore } from './support/snapshot';

/** The account's Freshdesk domain. */
export const FRESHDESK_HOST = 'acme.freshdesk.com';
/** injixo's host name in the package. */
export const INJIXO_HOST = 'api.injixo.com';

/** Options of a sandbox; all have defaults. */
export interface SandboxOptions {
  /** Milliseconds since 1970. The sandbox's clock moves only on request. */
  readonly startsAt?: number;
  readonly packageDir: string;
  readonly seed?: number;
  readonly plan?: FreshdeskInput['plan'];
  readonly firstTicketId?: number;
  readonly platformLimits?: PlatformOptions['limits'];
  /** Runs each invocation in a new context, as the platform may; slower. */
  readonly hasFreshContexts?: boolean;
}

/** A Freshworks platform, a Freshdesk and an injixo on this machine, connected to each other. */
export interface Sandbox {
  readonly clock: Clock;
  readonly network: Network;
  readonly platform: Platform;
  readonly freshdesk: Freshdesk;
  readonly injixo: Injixo;
  /**
   * Adds an integration in injixo, which imports the history itself with the Freshdesk key that it was given, unless its
   * switch is off. Returns its id.
   */
  addIntegration(entered: NewIntegration): Promise<number>;
  /** A correctly filled install page: a new injixo key and the key of the Account Administrator. */
  settings(): Settings;
  /**
   * Saves the complete state, time included. The returned function restores it, any number of times. After a restore
   * the same actions give the same results, except for invocation ids. No invocation may be running.
   */
  takeSnapshot(): Restore;
  /** Stops the local servers. */
  stop(): Promise<void>;
}

/** The form of a new integration in injixo. */
export interface NewIntegration {
  readonly name: string;
  readonly domain: string;
  readonly apiKey: string;
  readonly importsPast: boolean;
}

/** The fields of the install page that a story sets. */
export type Settings = Record<string, string>;

/** Monday morning, before working hours. */
const MONDAY = Date.parse('2026-11-02T06:00:00Z');

function fillIn(freshdesk: Freshdesk, injixo: Injixo): Settings {
  const { account } = injixo;
  const integration =
    account.findIntegration(1234) ?? account.addIntegration({ name: 'Acme', domain: FRESHDESK_HOST });
  return {
    injixo_api_key: account.generateKey(integration.id),
    injixo_integration_id: String(integration.id),
    freshdesk_api_key: freshdesk.admin.apiKey,
    channel_mapping: 'Cases',
    history_from: '',
    alert_email: '',
  };
}

/** Starts a sandbox with an empty helpdesk and without the app. The caller stops it. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = createClock(options.startsAt ?? MONDAY);
  const network = createNetwork({ clock });
  const platform = createPlatform({
    packageDir: options.packageDir,
    clock,
    network,
    host: FRESHDESK_HOST,
    seed: options.seed ?? 1,
    hasFreshContexts: options.hasFreshContexts ?? false,
    ...(options.platformLimits === undefined ? {} : { limits: options.platformLimits }),
  });
  const freshdesk = createFreshdesk({
    clock,
    onEvent: (event) => platform.emit(event),
    plan: options.plan ?? 'pro',
    domain: FRESHDESK_HOST,
    ...(options.firstTicketId === undefined ? {} : { firstTicketId: options.firstTicketId }),
  });
  const injixo = createInjixo({ clock });
  const origin = await freshdesk.start();
  network.route(FRESHDESK_HOST, origin);
  network.route(INJIXO_HOST, await injixo.start());
  return {
    clock,
    network,
    platform,
    freshdesk,
    injixo,
    addIntegration: async ({ name, domain, apiKey, importsPast }) => {
      const { id } = injixo.account.addIntegration({ name, domain });
      if (importsPast) await injixo.importPast(id, { origin, apiKey });
      return id;
    },
    settings: () => fillIn(freshdesk, injixo),
    takeSnapshot: () => {
      const now = clock.now();
      const parts = [network, platform, freshdesk, injixo].map((part) => part.takeSnapshot());
      return restoreAll([() => clock.set(now), ...parts]);
    },
    stop: async () => {
      await Promise.all([freshdesk.stop(), injixo.stop()]);
    },
  };
}
