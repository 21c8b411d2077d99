import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A package that runs in the app, with its licence. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Installed by the platform with the server code, or loaded by the page. */
  readonly runs: 'server' | 'page';
}

const TOOL = require.resolve('license-checker-rseidelsohn/bin/license-checker-rseidelsohn.js');

/** The packages that license-checker lists; it names them `name@version`. */
function listPackages(root: string, runs: Shipped['runs'], ...options: readonly string[]): Shipped[] {
  const args = [TOOL, '--json', '--excludePrivatePackages', '--start', root, ...options];
  const found = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Readonly<
    Record<string, { readonly licenses: string | readonly string[] }>
  >;
  return Object.entries(found).map(([key, { licenses }]) => {
    const at = key.lastIndexOf('@');
    return { name: key.slice(0, at), version: key.slice(at + 1), licence: String(licenses), runs };
  });
}

/**
 * Every package that runs in the app, by name: the dependencies, which manifest.json declares too, with their own
 * dependencies, and the libraries that the page of the built package loads, which are single files.
 */
export function listLicences(root: string): Shipped[] {
  const built = JSON.parse(fs.readFileSync(path.join(root, 'dist/package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const shipped = [
    ...listPackages(root, 'server', '--production'),
    ...listPackages(root, 'page', '--includePackages', Object.keys(built.dependencies).join(';')),
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
