import { tableAt, type AppPackage } from './app-package';
import { modulesOf } from './manifest-view';
import { isOutside, loadedBy, requiredBy, targetOf } from './page-view';

/** The modules that are reached from these, themselves included. */
export function reachedModules(appPackage: AppPackage, starts: readonly string[]): ReadonlySet<string> {
  return follow(starts, (name) => requiredBy(appPackage, name));
}

/** Everything that is reached from `starts` by `next`. */
function follow(starts: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set may grow while it is walked, and the walk then goes on to what was added.
  for (const name of reached) for (const found of next(name)) reached.add(found);
  return reached;
}

function namedInManifest(appPackage: AppPackage): string[] {
  return modulesOf(appPackage).flatMap(([, content]) => {
    const locations = tableAt(content, 'location');
    return Object.keys(locations).flatMap((name) => {
      const { url, icon } = tableAt(locations, name);
      return [`app/${String(url)}`, `app/${String(icon)}`];
    });
  });
}

/** The files that a page manifest.json names, or the handler table, loads directly or by way of others. */
export function reachedFiles(appPackage: AppPackage): ReadonlySet<string> {
  const loads = loadedBy(appPackage).filter((loaded) => !isOutside(loaded));
  const pages = follow(namedInManifest(appPackage), (name) =>
    loads.filter(({ page }) => page === name).map(targetOf),
  );
  return new Set([...pages, ...reachedModules(appPackage, ['server/server.js'])]);
}
