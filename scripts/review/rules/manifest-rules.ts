import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { functionsOf, modulesOf } from '../../shared/package/manifest';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const FILE = 'manifest.json';
const DOCS = 'App SDK 3.0, app manifest';

const TOP_LEVEL = ['platform-version', 'modules', 'engines', 'dependencies', 'app', 'scripts'];
const OF_MODULE = ['location', 'events'];
const OF_COMMON = [...OF_MODULE, 'requests', 'functions'];
const MODULES = ['common', 'support_ticket'];
const LOCATIONS: Readonly<Record<string, readonly string[]>> = {
  common: ['full_page_app', 'cti_global_sidebar'],
  support_ticket: [
    ...['ticket_sidebar', 'ticket_requester_info', 'ticket_top_navigation', 'ticket_background'],
    ...['time_entry_background', 'ticket_attachment', 'ticket_conversation_editor'],
    ...['new_ticket_requester_info', 'new_ticket_background'],
  ],
};

function findUnknownKeys(where: string, table: object, known: readonly string[]): Finding[] {
  return findBroken(
    Object.keys(table),
    (key) => !known.includes(key),
    (key) => ({ where: `${where} ${key}`, what: `only ${known.join(', ')} may stand here` }),
  );
}

function findEmptyBlocks(appPackage: AppPackage): Finding[] {
  return modulesOf(appPackage).flatMap(([module, content]) =>
    findBroken(
      Object.keys(content),
      (block) => Object.keys(tableAt(content, block)).length === 0,
      (block) => ({ where: `${FILE} modules.${module}.${block}`, what: 'is empty: leave it out' }),
    ),
  );
}

function findWrongModules(appPackage: AppPackage): Finding[] {
  return modulesOf(appPackage).flatMap(([module, content]) => [
    ...findAt(`${FILE} modules.${module}`, !MODULES.includes(module) && `this app has ${MODULES.join(', ')}`),
    ...findUnknownKeys(`${FILE} modules.${module}`, content, module === 'common' ? OF_COMMON : OF_MODULE),
  ]);
}

function findWrongLocations(appPackage: AppPackage): Finding[] {
  return modulesOf(appPackage).flatMap(([module, content]) => {
    const locations = tableAt(content, 'location');
    const where = `${FILE} modules.${module}.location`;
    const missing = Object.keys(locations).filter(
      (name) => !appPackage.has(`app/${String(tableAt(locations, name)['url'])}`),
    );
    return [
      ...findUnknownKeys(where, locations, LOCATIONS[module] ?? []),
      ...missing.map((name) => ({ where: `${where}.${name}`, what: 'its url is no file of app/' })),
    ];
  });
}

function findWrongEngines(appPackage: AppPackage): Finding[] {
  const engines = tableAt(appPackage.json(FILE), 'engines');
  const isNode = /^24\.11\.\d+$/.test(String(engines['node']));
  const isFdk = /^10\.\d+\.\d+$/.test(String(engines['fdk']));
  return [
    ...findAt(`${FILE} engines.node`, !isNode && 'has to be a full version of Node 24.11, such as 24.11.0'),
    ...findAt(`${FILE} engines.fdk`, !isFdk && 'has to be a full version of FDK 10, such as 10.1.2'),
  ];
}

function findWrongFunctions(appPackage: AppPackage): Finding[] {
  const functions = functionsOf(appPackage);
  return Object.keys(functions).flatMap((name) => {
    const where = `${FILE} modules.common.functions.${name}`;
    const isName = /^[A-Za-z_][A-Za-z0-9_]{1,39}$/.test(name);
    return [
      ...findAt(
        where,
        !isName && 'a name has 2 to 40 letters, digits and _, and does not begin with a digit',
      ),
      // Two lists of allowed times are in circulation; 20 s is in both.
      ...findAt(where, tableAt(functions, name)['timeout'] !== 20 && 'timeout has to be 20'),
    ];
  });
}

/** What manifest.json may say, and where in it. */
export const MANIFEST_RULES: readonly Rule[] = [
  {
    name: 'platform version',
    from: `${DOCS}; fw-review GN-12L`,
    find: (appPackage) =>
      findAt(
        `${FILE} platform-version`,
        appPackage.json(FILE)['platform-version'] !== '3.0' && 'has to be "3.0", as text',
      ),
  },
  {
    name: 'known keys',
    from: DOCS,
    find: (appPackage) => findUnknownKeys(FILE, appPackage.json(FILE), TOP_LEVEL),
  },
  {
    name: 'a product module',
    from: DOCS,
    find: (appPackage) =>
      findAt(
        `${FILE} modules`,
        !modulesOf(appPackage).some(([name]) => name === 'support_ticket') && 'support_ticket is missing',
      ),
  },
  { name: 'blocks in their module', from: DOCS, find: findWrongModules },
  { name: 'no empty blocks', from: DOCS, find: findEmptyBlocks },
  { name: 'locations', from: `${DOCS}, app locations`, find: findWrongLocations },
  { name: 'engines', from: 'App SDK 3.0, engine matrix', find: findWrongEngines },
  { name: 'functions', from: 'App SDK 3.0, server method invocation', find: findWrongFunctions },
];
