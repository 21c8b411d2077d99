import fs from 'node:fs';
import path from 'node:path';

/** A JSON object of which nothing is known yet. */
export type Table = Readonly<Record<string, unknown>>;

/** The files of a package by their paths, with forward slashes. */
export type PackageFiles = ReadonlyMap<string, string | Buffer>;

/** A package as the rules see it: in memory, so that a test breaks one file of it and nothing else. */
export interface AppPackage {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The file's text, empty when there is no such file. */
  text(name: string): string;
  /** Bytes of the file, 0 when there is no such file. */
  size(name: string): number;
  /** The file's JSON object, empty when it is none: the rule on JSON files says so once. */
  json(name: string): Table;
}

/** What the FDK itself keeps in the package's folder, its store, log, coverage and installed packages; it packs none of it. */
export const KEPT_BY_FDK: ReadonlySet<string> = new Set(['.fdk', 'log', 'coverage', 'node_modules']);

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at `keys` inside `value`, empty when there is none. */
export function tableAt(value: unknown, ...keys: readonly string[]): Table {
  const found = keys.reduce<unknown>((at, key) => (isTable(at) ? at[key] : undefined), value);
  return isTable(found) ? found : {};
}

/** Parses JSON, or returns undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The package that holds these files. */
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

/** The paths of the files in a package's folder, without what the FDK keeps there; none when there is no such folder. */
export function listPackageFiles(dir: string): string[] {
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !KEPT_BY_FDK.has(name.split('/')[0] ?? ''));
}

/** The files of a package's folder, without what the FDK keeps there. */
export function readPackageFiles(dir: string): PackageFiles {
  return new Map(listPackageFiles(dir).map((name) => [name, fs.readFileSync(path.join(dir, name))]));
}
