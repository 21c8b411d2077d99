import { tableAt, type AppPackage, type Table } from './app-package';

/** An event subscription in manifest.json. */
export interface Subscription {
  readonly module: string;
  readonly event: string;
  readonly handler: unknown;
}

const MANIFEST = 'manifest.json';

/** The modules of manifest.json by name. */
export function modulesOf(appPackage: AppPackage): readonly (readonly [string, Table])[] {
  const modules = tableAt(appPackage.json(MANIFEST), 'modules');
  return Object.keys(modules).map((name) => [name, tableAt(modules, name)]);
}

/** Every event manifest.json subscribes to. */
export function subscriptionsOf(appPackage: AppPackage): readonly Subscription[] {
  return modulesOf(appPackage).flatMap(([module, content]) => {
    const events = tableAt(content, 'events');
    return Object.keys(events).map((event) => ({
      module,
      event,
      handler: tableAt(events, event)['handler'],
    }));
  });
}

/** The functions pages may call, by name. */
export function functionsOf(appPackage: AppPackage): Table {
  return tableAt(appPackage.json(MANIFEST), 'modules', 'common', 'functions');
}

/** The request templates manifest.json declares. */
export function declaredRequestsOf(appPackage: AppPackage): readonly string[] {
  return Object.keys(tableAt(appPackage.json(MANIFEST), 'modules', 'common', 'requests'));
}

/** The packages manifest.json declares for server code, with their versions. */
export function dependenciesOf(appPackage: AppPackage): Table {
  return tableAt(appPackage.json(MANIFEST), 'dependencies');
}
