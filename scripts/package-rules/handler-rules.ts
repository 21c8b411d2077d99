import type { AppPackage } from './app-package';
import { functionsOf, subscriptionsOf } from './manifest-view';
import { parseHandlers } from './parse-code';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const FILE = 'server/server.js';
const DOCS = 'App SDK 3.0, serverless apps';

function namedInManifest(appPackage: AppPackage): string[] {
  const handlers = subscriptionsOf(appPackage).map(({ handler }) => String(handler));
  return [...new Set([...handlers, ...Object.keys(functionsOf(appPackage))])];
}

function findUnwritten(appPackage: AppPackage): Finding[] {
  const written = (parseHandlers(appPackage.text(FILE)) ?? []).map(({ name }) => name);
  return findBroken(
    namedInManifest(appPackage),
    (name) => !written.includes(name),
    (name) => ({ where: FILE, what: `\`exports\` has no key ${name}, which manifest.json names` }),
  );
}

function findUnnamed(appPackage: AppPackage): Finding[] {
  const named = namedInManifest(appPackage);
  return findBroken(
    parseHandlers(appPackage.text(FILE)) ?? [],
    ({ name }) => !named.includes(name),
    ({ name, line }) => ({ where: `${FILE}:${line}`, what: `${name} is not named in manifest.json` }),
  );
}

/** The handler table, which the platform reads without running it. */
export const HANDLER_RULES: readonly Rule[] = [
  {
    name: 'one literal table',
    from: DOCS,
    find: (appPackage) =>
      findAt(
        FILE,
        parseHandlers(appPackage.text(FILE)) === undefined &&
          'needs one statement `exports = { … }` at its top',
      ),
  },
  {
    name: 'written as functions',
    from: `${DOCS}, note on arrow functions`,
    find: (appPackage) =>
      findBroken(
        parseHandlers(appPackage.text(FILE)) ?? [],
        ({ written }) => written !== 'function',
        ({ name, line }) => ({
          where: `${FILE}:${line}`,
          what: `${name}: write \`name: async function (payload) { … }\``,
        }),
      ),
  },
  { name: 'every handler is there', from: DOCS, find: findUnwritten },
  {
    name: 'nothing else is exported',
    from: `${DOCS}, security: what is exported can be called`,
    find: findUnnamed,
  },
];
