import path from 'node:path';
import { tableAt, type AppPackage } from './app-package';
import { modulesOf } from './manifest';
import { listImports, listRequires } from './parse-code';

/** A file that a page loads: where it is named, and its address or path in the package. */
export interface Loaded {
  readonly page: string;
  readonly address: string;
}

const ADDRESS = /\b(?:src|href)\s*=\s*["']([^"'#]+)["']/g;
const CSS_ADDRESS = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g;

/** The pages of the package. */
export function pagesOf(appPackage: AppPackage): readonly string[] {
  return appPackage.names.filter((name) => name.startsWith('app/') && name.endsWith('.html'));
}

const matchesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');

/** The addresses in a file of app/: of a page, a style sheet, or the imports of a script. */
function addressesIn(name: string, text: string): string[] {
  if (name.endsWith('.html')) return matchesIn(text, ADDRESS);
  if (name.endsWith('.css')) return matchesIn(text, CSS_ADDRESS);
  return name.endsWith('.js') ? listImports(text) : [];
}

/** Everything that the pages, their scripts and style sheets load, except the platform's own client. */
export function loadedBy(appPackage: AppPackage): readonly Loaded[] {
  return appPackage.names
    .filter((name) => name.startsWith('app/'))
    .flatMap((page) => addressesIn(page, appPackage.text(page)).map((address) => ({ page, address })))
    .filter(({ address }) => !address.includes('{{{appclient}}}') && !address.startsWith('data:'));
}

/** The files of the package that the file `name` requires. */
export function requiredBy(appPackage: AppPackage, name: string): readonly string[] {
  return requiredIn(appPackage.text(name), name);
}

/** Whether the address is outside the package. */
export const isOutside = ({ address }: Loaded): boolean => /^(?:[a-z]+:)?\/\//i.test(address);

/** The path in the package of a file that a page loads by a relative address. */
export function targetOf({ page, address }: Loaded): string {
  return path.posix.join(path.posix.dirname(page), address.split(/[?#]/)[0] ?? '');
}

/** The files of the package that `code`, a part of the file `name`, requires. */
export function requiredIn(code: string, name: string): readonly string[] {
  return listRequires(code)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(name), `${specifier.replace(/\.js$/, '')}.js`));
}

/** The modules reachable from these, themselves included. */
export function reachedModules(appPackage: AppPackage, starts: readonly string[]): ReadonlySet<string> {
  return follow(starts, (name) => requiredBy(appPackage, name));
}

/** Everything reachable from `starts` by `next`. */
function follow(starts: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set may grow during iteration, which then includes the new items.
  for (const name of reached) for (const found of next(name)) reached.add(found);
  return reached;
}

function namedInManifest(appPackage: AppPackage): string[] {
  return modulesOf(appPackage).flatMap(([, content]) => {
    const locations = tableAt(content, 'location');
    return Object.keys(locations).flatMap((name) => {
      const { url, icon } = tableAt(locations, name);
      return [url, icon].filter((file) => file !== undefined).map((file) => `app/${String(file)}`);
    });
  });
}

/** The files that a page of manifest.json, or the handler table, loads directly or indirectly. */
export function reachedFiles(appPackage: AppPackage): ReadonlySet<string> {
  const loads = loadedBy(appPackage).filter((loaded) => !isOutside(loaded));
  const pages = follow(namedInManifest(appPackage), (name) =>
    loads.filter(({ page }) => page === name).map(targetOf),
  );
  return new Set([...pages, ...reachedModules(appPackage, ['server/server.js'])]);
}
