import { parseJson, tableAt, type AppPackage } from '../../shared/package/app-package';
import { subscriptionsOf } from '../../shared/package/manifest';
import { requiredBy, reachedFiles } from '../../shared/package/loaded-files';
import { countComputedImports, listDoubledKeys } from '../../shared/package/parse-code';
import { findAt, findBroken, type Finding, type Rule } from './rule';
import { templatesOf } from './templates';

const DOCS = 'App SDK 3.0, app structure';

const NEEDED = ['manifest.json', 'README.md', 'config/iparams.json', 'server/server.js'];

const KNOWN = [
  /^(?:manifest\.json|README\.md|package\.json|vitest\.config\.js)$/,
  /^tests\/[\w./-]+\.js$/,
  /^app\/[\w./-]+\.(?:html|js|css|svg|png|jpg)$/,
  /^config\/(?:iparams\.json|requests\.json|entities\.json|oauth_config\.json|app_settings\.json)$/,
  /^config\/assets\/iparams\.js$/,
  /^server\/(?:server|lib\/[\w./-]+)\.js$/,
  /^server\/test_data\/[a-z_]+\/\w+\.json$/,
];

/** "Recommended below 50 MB"; this app needs far less. */
const PACKAGE_BYTES_MOST = 2_000_000;

/** Files of config/ that are useless without another file. */
const NEEDING: readonly (readonly [name: string, needs: string, has: (appPackage: AppPackage) => boolean])[] =
  [
    [
      'config/app_settings.json',
      'an event onSettingsUpdate',
      (appPackage) => subscriptionsOf(appPackage).some(({ event }) => event === 'onSettingsUpdate'),
    ],
    [
      'config/oauth_config.json',
      'a template with options.oauth',
      (appPackage) => templatesOf(appPackage).some(({ options }) => 'oauth' in options),
    ],
    [
      'config/assets/iparams.js',
      'a field with events',
      (appPackage) => {
        const fields = appPackage.json('config/iparams.json');
        return Object.keys(fields).some((key) => 'events' in tableAt(fields, key));
      },
    ],
  ];

function findUnneeded(appPackage: AppPackage): Finding[] {
  return NEEDING.flatMap(([name, needs, has]) =>
    findAt(name, appPackage.has(name) && !has(appPackage) && `is of no use without ${needs}`),
  );
}

/** Longer lines are taken for generated code: the reviewer must be able to read everything. */
const LINE_MOST = 1_000;

function findMinified(appPackage: AppPackage): Finding[] {
  return findBroken(
    appPackage.names.filter((name) => /\.(?:js|css)$/.test(name)),
    (name) =>
      appPackage
        .text(name)
        .split('\n')
        .some(({ length }) => length > LINE_MOST),
    (name) => ({ where: name, what: 'is minified' }),
  );
}

function findWrongJson(appPackage: AppPackage): Finding[] {
  const files = appPackage.names.filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => {
    const text = appPackage.text(name);
    if (parseJson(text) === undefined) return [{ where: name, what: 'is no JSON' }];
    return listDoubledKeys(text).map((key) => ({ where: name, what: `names ${key} twice` }));
  });
}

function findUnreached(appPackage: AppPackage): Finding[] {
  const reached = reachedFiles(appPackage);
  return findBroken(
    appPackage.names.filter((name) => /^(?:app\/|server\/.*\.js$)/.test(name)),
    (name) => !reached.has(name),
    (name) => ({ where: name, what: 'is reached from no page and no handler' }),
  );
}

function findMissingModules(appPackage: AppPackage): Finding[] {
  return appPackage.names
    .filter((name) => /^server\/.*\.js$/.test(name))
    .flatMap((name) =>
      findBroken(
        [...requiredBy(appPackage, name)],
        (module) => !appPackage.has(module),
        (module) => ({ where: name, what: `requires ${module}, which is not there` }),
      ),
    );
}

/** Rules on the files of a package. */
export const FILE_RULES: readonly Rule[] = [
  {
    name: 'what has to be there',
    from: DOCS,
    find: (appPackage) =>
      findBroken(
        NEEDED,
        (name) => appPackage.text(name).trim() === '',
        (name) => ({ where: name, what: 'is missing or empty' }),
      ),
  },
  {
    name: 'nothing else',
    from: `${DOCS}, config folder; App review, lean package`,
    find: (appPackage) =>
      findBroken(
        [...appPackage.names],
        (name) => !KNOWN.some((pattern) => pattern.test(name)),
        (name) => ({ where: name, what: 'has no place in a package' }),
      ),
  },
  {
    name: 'settings with what uses them',
    from: `${DOCS}, config folder; fw-review FF-08A`,
    find: findUnneeded,
  },
  { name: 'nothing minified', from: 'App review, readable code', find: findMinified },
  { name: 'JSON', from: DOCS, find: findWrongJson },
  { name: 'no unreachable file', from: 'App review, no unused code', find: findUnreached },
  {
    name: 'modules written out',
    from: 'ours: what is loaded has to be known to be packed',
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => /^(?:app|config|server)\/.*\.js$/.test(name)),
        (name) => countComputedImports(appPackage.text(name)) > 0,
        (name) => ({ where: name, what: 'computes what it imports or requires' }),
      ),
  },
  { name: 'modules that are there', from: 'App SDK 3.0, serverless apps', find: findMissingModules },
  {
    name: 'size',
    from: 'App SDK 3.0, publish your app',
    find: (appPackage) => {
      const bytes = appPackage.names.reduce((sum, name) => sum + appPackage.size(name), 0);
      return findAt(
        'the package',
        bytes > PACKAGE_BYTES_MOST && `has ${bytes} bytes, more than ${PACKAGE_BYTES_MOST}`,
      );
    },
  },
];
