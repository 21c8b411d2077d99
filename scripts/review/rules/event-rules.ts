import type { AppPackage } from '../../shared/package/app-package';
import { subscriptionsOf } from '../../shared/package/manifest';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const DOCS = 'App SDK 3.0, serverless apps';

const EVENTS: Readonly<Record<string, readonly string[]>> = {
  common: ['onAppInstall', 'onAppUninstall', 'onScheduledEvent', 'onExternalEvent', 'onSettingsUpdate'],
  support_ticket: [
    ...['onTicketCreate', 'onTicketUpdate', 'onTicketDelete'],
    ...['onTimeEntryCreate', 'onTimeEntryUpdate', 'onTimeEntryDelete'],
    ...['onTicketFieldCreate', 'onTicketFieldUpdate', 'onTicketFieldDelete'],
    ...['onConversationCreate', 'onConversationUpdate', 'onConversationDelete'],
    ...['onCannedResponseCreate', 'onCannedResponseUpdate', 'onCannedResponseDelete'],
  ],
};

const whereOf = ({ module, event }: { module: string; event: string }): string =>
  `manifest.json modules.${module}.events.${event}`;

function findUnknownEvents(appPackage: AppPackage): Finding[] {
  return findBroken(
    subscriptionsOf(appPackage),
    ({ module, event }) => event !== 'afterAppUpdate' && EVENTS[module]?.includes(event) !== true,
    (subscription) => ({
      where: whereOf(subscription),
      what: 'the module has no such event, and scheduled events have one name: onScheduledEvent',
    }),
  );
}

function findMissingInstallation(appPackage: AppPackage): Finding[] {
  const asks = Object.keys(appPackage.json('config/iparams.json')).length > 0;
  const names = subscriptionsOf(appPackage).map(({ event }) => event);
  const missing = ['onAppInstall', 'onAppUninstall'].filter((event) => !names.includes(event));
  return findAt(
    'manifest.json modules.common.events',
    asks && missing.length > 0 && `${missing.join(' and ')} missing: what is entered is checked and put away`,
  );
}

const SAMPLES = 'server/test_data/';

function findWrongSamples(appPackage: AppPackage): Finding[] {
  const wanted = subscriptionsOf(appPackage).map(({ module, event }) => `${SAMPLES}${module}/${event}.json`);
  const present = appPackage.names.filter((name) => name.startsWith(SAMPLES));
  return [
    ...findBroken(
      wanted,
      (name) => !appPackage.has(name),
      (name) => ({ where: name, what: 'is missing' }),
    ),
    ...findBroken(
      present,
      (name) => !wanted.includes(name),
      (name) => ({ where: name, what: 'is the sample of no event that manifest.json names' }),
    ),
  ];
}

/** Which events an app may subscribe to, and what comes with each. */
export const EVENT_RULES: readonly Rule[] = [
  { name: 'events of their module', from: `${DOCS}, product events`, find: findUnknownEvents },
  {
    name: 'one handler for each event',
    from: DOCS,
    find: (appPackage) =>
      findBroken(
        subscriptionsOf(appPackage),
        ({ handler }) => typeof handler !== 'string' || handler === '',
        (subscription) => ({ where: whereOf(subscription), what: 'names no handler' }),
      ),
  },
  {
    name: 'updates without a click',
    from: 'ours: an app with afterAppUpdate is no longer updated by itself',
    find: (appPackage) =>
      findBroken(
        subscriptionsOf(appPackage),
        ({ event }) => event === 'afterAppUpdate',
        (subscription) => ({ where: whereOf(subscription), what: 'has to go' }),
      ),
  },
  { name: 'installation', from: 'fw-review IP-05A', find: findMissingInstallation },
  { name: 'a sample for each event', from: 'App SDK 3.0, test your app', find: findWrongSamples },
];
