import fs from 'node:fs';
import path from 'node:path';

/** A JSON object with unknown members. */
export type Table = Readonly<Record<string, unknown>>;

/** The files of a package by path, with forward slashes. */
export type PackageFiles = ReadonlyMap<string, string | Buffer>;

/** A package as the rules see it: in memory, so that a test can break a single file. */
export interface AppPackage {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The file's text; empty if there is no such file. */
  text(name: string): string;
  /** Bytes of the file; 0 if there is no such file. */
  size(name: string): number;
  /** The file's JSON object; empty if it is invalid, which the rule on JSON files reports. */
  json(name: string): Table;
}

/** The FDK's own data in the package's folder: store, log, coverage and installed packages; it packs none of it. */
export const KEPT_BY_FDK: ReadonlySet<string> = new Set(['.fdk', 'log', 'coverage', 'node_modules']);

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at `keys` inside `value`; empty if there is none. */
export function tableAt(value: unknown, ...keys: readonly string[]): Table {
  const found = keys.reduce<unknown>((at, key) => (isTable(at) ? at[key] : undefined), value);
  return isTable(found) ? found : {};
}

/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Creates a package of these files. */
export function createAppPackage(files: PackageFiles): AppPackage {
  const text = (name: string): string => String(files.get(name) ?? '');
  return {
    names: [...files.keys()].sort(),
    has: (name) => files.has(name),
    text,
    size: (name) => Buffer.byteLength(files.get(name) ?? ''),
    json: (name) => tableAt(parseJson(text(name))),
  };
}

/** The paths of the files in a package's folder, without the FDK's data; none if there is no such folder. */
export function listPackageFiles(dir: string): string[] {
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !KEPT_BY_FDK.has(name.split('/')[0] ?? ''));
}

/** The files of a package's folder, without the FDK's data. */
export function readPackageFiles(dir: string): PackageFiles {
  return new Map(listPackageFiles(dir).map((name) => [name, fs.readFileSync(path.join(dir, name))]));
}
