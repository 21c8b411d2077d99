import type { AppPackage } from '../../shared/package/app-package';
import { subscriptionsOf } from '../../shared/package/manifest';
import { findAt, findBroken, type Finding, type Rule } from './rule';
import { schemaRule } from './schema-rules';

const MANIFEST = 'manifest.json';
const DOCS = 'App SDK 3.0, serverless apps';

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

/** Rules on the events an app may subscribe to, and what each requires. */
export const EVENT_RULES: readonly Rule[] = [
  schemaRule(MANIFEST, 'events of their module', `${DOCS}, product events`),
  schemaRule(MANIFEST, 'one handler for each event', DOCS),
  schemaRule(
    MANIFEST,
    'updates without a click',
    'ours: an app with afterAppUpdate is no longer updated by itself',
  ),
  { name: 'installation', from: 'fw-review IP-05A', find: findMissingInstallation },
  { name: 'a sample for each event', from: 'App SDK 3.0, test your app', find: findWrongSamples },
];
