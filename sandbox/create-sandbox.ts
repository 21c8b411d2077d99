import { createClock, type Clock } from './support/clock';
import { createFreshdesk, type Freshdesk, type FreshdeskInput } from './freshdesk/create-freshdesk';
import { createInjixo, type Injixo } from './injixo/create-injixo';
import { createNetwork, type Network } from './network/network';
import { createPlatform } from './platform/create-platform';
import type { Platform, PlatformOptions } from './platform/platform';
import { restoreAll, type Restore } from './support/snapshot';

/** The account's Freshdesk domain. */
export const FRESHDESK_HOST = 'acme.freshdesk.com';
/** Where injixo is, as the package knows it. */
export const INJIXO_HOST = 'api.injixo.com';

/** What a sandbox may be told; everything has a default. */
export interface SandboxOptions {
  /** Milliseconds since 1970; the sandbox's time stands still until it is told to move. */
  readonly startsAt?: number;
  readonly packageDir: string;
  readonly seed?: number;
  readonly plan?: FreshdeskInput['plan'];
  readonly firstTicketId?: number;
  readonly platformLimits?: PlatformOptions['limits'];
  /** Gives each invocation a new context, as the platform may: slower. */
  readonly hasFreshContexts?: boolean;
}

/** A Freshworks platform, a Freshdesk and an injixo on this machine, wired to each other. */
export interface Sandbox {
  readonly clock: Clock;
  readonly network: Network;
  readonly platform: Platform;
  readonly freshdesk: Freshdesk;
  readonly injixo: Injixo;
  /** The install page filled in correctly: a fresh injixo key and the key of the Account Administrator. */
  settings(): Settings;
  /**
   * Saves the state of everything, time included; the returned function restores it, any number of times. After a
   * restore the same actions give the same results. Only invocation ids continue. No invocation may be running.
   */
  takeSnapshot(): Restore;
  /** Ends the local servers. */
  stop(): Promise<void>;
}

/** The fields of the install page that a story fills in. */
export type Settings = Record<string, string>;

/** Monday morning, before anybody works. */
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

/** Starts a sandbox with an empty helpdesk; the app is not installed yet. Stop it at the end. */
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
  network.route(FRESHDESK_HOST, await freshdesk.start());
  network.route(INJIXO_HOST, await injixo.start());
  return {
    clock,
    network,
    platform,
    freshdesk,
    injixo,
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
