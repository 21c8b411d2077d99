import type { AppPackage } from '../../shared/package/app-package';
import { functionsOf, subscriptionsOf } from '../../shared/package/manifest';
import { requiredIn, reachedModules } from '../../shared/package/loaded-files';
import { parseHandlers, type HandlerEntry } from '../../shared/package/parse-code';
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

/** Events the platform waits for: an installation does not end before they answer. */
const SET_UP = ['onAppInstall', 'onAppUninstall'];

function mustAnswer(appPackage: AppPackage): string[] {
  const setUp = subscriptionsOf(appPackage).filter(({ event }) => SET_UP.includes(event));
  return [...setUp.map(({ handler }) => String(handler)), ...Object.keys(functionsOf(appPackage))];
}

function answers(appPackage: AppPackage, { code }: HandlerEntry): boolean {
  const modules = [...reachedModules(appPackage, requiredIn(code, FILE))].map((name) =>
    appPackage.text(name),
  );
  return [code, ...modules].some((text) => text.includes('renderData('));
}

function findSilent(appPackage: AppPackage): Finding[] {
  const waitedFor = mustAnswer(appPackage);
  return findBroken(
    parseHandlers(appPackage.text(FILE)) ?? [],
    (entry) => waitedFor.includes(entry.name) && !answers(appPackage, entry),
    ({ name, line }) => ({ where: `${FILE}:${line}`, what: `${name} nowhere calls renderData` }),
  );
}

function findCallableHandlers(appPackage: AppPackage): Finding[] {
  const functions = Object.keys(functionsOf(appPackage));
  return findBroken(
    subscriptionsOf(appPackage),
    ({ handler }) => functions.includes(String(handler)),
    ({ handler }) => ({
      where: `manifest.json modules.common.functions.${String(handler)}`,
      what: 'handles an event: every page could call it',
    }),
  );
}

/** Rules on the handler table, which the platform reads without running it. */
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
  {
    name: 'answers where one is waited for',
    from: `${DOCS}, app setup events and functions`,
    find: findSilent,
  },
  { name: 'events are no functions', from: `${DOCS}, security`, find: findCallableHandlers },
];
