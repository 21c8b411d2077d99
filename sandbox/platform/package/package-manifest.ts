import { objectIn, objectOf, type JsonObject } from '../../support/json-value';

const functionTimeouts = [5, 10, 15, 20, 25, 30];
const commonEvents = [
  'onAppInstall',
  'afterAppUpdate',
  'onAppUninstall',
  'onScheduledEvent',
  'onExternalEvent',
];
/** The events of each product module that an app may subscribe to, without the change. */
const productSubjects: Readonly<Record<string, readonly string[]>> = {
  support_ticket: ['Ticket', 'Conversation', 'TimeEntry', 'TicketField', 'CannedResponse'],
  support_agent: ['Agent', 'Group'],
};
const changes = ['Create', 'Update', 'Delete'];

/** The parts of manifest.json that the sandbox uses. */
export interface PackageManifest {
  /** Handler by event name, across all modules. */
  readonly handlers: ReadonlyMap<string, string>;
  /** Time limit in ms (null if not declared) by function name. */
  readonly functions: ReadonlyMap<string, number | null>;
  readonly templates: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  readonly productModules: readonly string[];
}

/** Reads manifest.json; adds every fault to `problems`. */
export function readManifest(json: unknown, problems: string[]): PackageManifest {
  const manifest = objectOf(json);
  const modules = objectIn(manifest, 'modules');
  const productModules = Object.keys(modules).filter((name) => name !== 'common');
  if (manifest['platform-version'] !== '3.0') problems.push('manifest.json: platform-version must be 3.0');
  if (productModules.length === 0) problems.push('manifest.json: At least one module must be present');
  const common = objectIn(modules, 'common');
  return {
    handlers: new Map(Object.keys(modules).flatMap((name) => readHandlers(name, modules, problems))),
    functions: readFunctions(objectIn(common, 'functions'), problems),
    templates: Object.keys(objectIn(common, 'requests')),
    dependencies: new Set(Object.keys(readDependencies(objectIn(manifest, 'dependencies'), problems))),
    productModules,
  };
}

function productEvents(module: string): readonly string[] {
  const subjects = productSubjects[module] ?? [];
  return subjects.flatMap((subject) => changes.map((change) => `on${subject}${change}`));
}

function readHandlers(module: string, modules: JsonObject, problems: string[]): [string, string][] {
  const events = Object.entries(objectIn(objectIn(modules, module), 'events'));
  const known = module === 'common' ? commonEvents : productEvents(module);
  return events.flatMap(([event, entry]) => {
    const handler = objectOf(entry)['handler'];
    if (!known.includes(event))
      problems.push(`manifest.json: Invalid event: '${event}' for module: ${module}`);
    if (typeof handler === 'string') return [[event, handler] as [string, string]];
    problems.push(`manifest.json: event ${event} has no handler`);
    return [];
  });
}

function readFunctions(functions: JsonObject, problems: string[]): Map<string, number | null> {
  return new Map(
    Object.entries(functions).map(([name, entry]) => {
      const timeout = objectOf(entry)['timeout'];
      if (!/^[A-Za-z_]\w{1,39}$/.test(name)) problems.push(`manifest.json: invalid function name ${name}`);
      if (timeout === undefined) return [name, null];
      if (!functionTimeouts.includes(Number(timeout))) {
        problems.push(`manifest.json: ${name}: Timeout should be one of the allowed values.`);
      }
      return [name, Number(timeout) * 1000];
    }),
  );
}

function readDependencies(dependencies: JsonObject, problems: string[]): JsonObject {
  for (const [name, version] of Object.entries(dependencies)) {
    const isExact = typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version);
    if (!isExact) problems.push(`manifest.json: dependency ${name} needs an exact version`);
  }
  return dependencies;
}
