import { parseJson, type AppPackage } from './app-package';
import { requiredBy } from './page-view';
import { countComputedImports } from './parse-code';
import { reachedFiles } from './reached';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const DOCS = 'App SDK 3.0, app structure';

const NEEDED = ['manifest.json', 'README.md', 'config/iparams.json', 'server/server.js'];

const KNOWN = [
  /^(?:manifest\.json|README\.md|package\.json)$/,
  /^app\/[\w./-]+\.(?:html|js|css|svg|png|jpg)$/,
  /^config\/(?:iparams\.json|iparams\.html|requests\.json|entities\.json|oauth_config\.json|app_settings\.json)$/,
  /^config\/assets\/[\w-]+\.(?:js|css)$/,
  /^server\/(?:server|lib\/[\w./-]+)\.js$/,
  /^server\/test_data\/[a-z_]+\/\w+\.json$/,
];

/** "Recommended below 50 MB"; this app has no reason to come near it. */
const PACKAGE_BYTES_MOST = 2_000_000;

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

/** Which files a package has, and which not. */
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
    name: 'JSON',
    from: DOCS,
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => name.endsWith('.json')),
        (name) => parseJson(appPackage.text(name)) === undefined,
        (name) => ({ where: name, what: 'is no JSON' }),
      ),
  },
  { name: 'no unreachable file', from: 'App review, no unused code', find: findUnreached },
  {
    name: 'modules written out',
    from: 'ours: what is loaded has to be known to be packed',
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => name.endsWith('.js')),
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
