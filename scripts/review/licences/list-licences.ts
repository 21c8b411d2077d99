import fs from 'node:fs';
import path from 'node:path';

/** A package that runs in the app, with the licence it names. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Where it runs: installed by the platform beside the server code, or loaded by the page. */
  readonly runs: 'server' | 'page';
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readPackage = (folder: string): PackageJson =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageJson;

/** The folder of a package as Node would find it from `from`. */
function findPackage(from: string, name: string): string {
  const folder = path.join(from, 'node_modules', name);
  if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`${name} is not installed: run npm ci first`);
  return findPackage(parent, name);
}

/** The folders of the packages named, and of everything they depend on. */
function foldersOf(root: string, names: readonly string[]): string[] {
  const folders = new Set(names.map((name) => findPackage(root, name)));
  // A set may grow while it is walked, and the walk then goes on to what was added.
  for (const folder of folders) {
    for (const name of Object.keys(readPackage(folder).dependencies ?? {}))
      folders.add(findPackage(folder, name));
  }
  return [...folders];
}

function describe(folder: string, runs: Shipped['runs']): Shipped {
  const { name, version, license = 'none named' } = readPackage(folder);
  return { name, version, licence: license, runs };
}

/**
 * Every package that runs in the app, by name: those manifest.json declares with all they depend on, and the libraries
 * its page loads, which come as one file each.
 */
export function listLicences(root: string, server: readonly string[], page: readonly string[]): Shipped[] {
  const shipped = [
    ...foldersOf(root, server).map((folder) => describe(folder, 'server')),
    ...page.map((name) => describe(findPackage(root, name), 'page')),
  ];
  return shipped.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The list as a document. */
export function licencesDocument(shipped: readonly Shipped[]): string {
  const rows = shipped.map(
    ({ name, version, licence, runs }) => `| ${name} | ${version} | ${licence} | ${runs} |`,
  );
  return [
    '# Licences of what the app runs',
    '',
    'Written by `npm run licences`. *server*: installed by the platform beside the server code, because manifest.json declares it or',
    'something declared depends on it. *page*: loaded by the page from a CDN. The app itself has the MIT licence.',
    '',
    '| Package | Version | Licence | Runs in |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
