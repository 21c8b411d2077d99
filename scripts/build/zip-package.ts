import { zipSync, type Zippable } from 'fflate';

/** Of the files of dist/, those that `fdk pack` puts into its zip; its own report and digest are not made here. */
const PACKED = /^(?:manifest\.json$|README\.md$|app\/|config\/|server\/(?!test_data\/))/;

/** Zip files hold local time, so that the same local moment gives the same bytes in every time zone. */
const FIXED_TIME = new Date(2000, 0, 1);

/** The package as a zip file: the same files give the same bytes, wherever and whenever it is made. */
export function zipPackage(files: ReadonlyMap<string, string | Buffer>): Uint8Array {
  const names = [...files.keys()].filter((name) => PACKED.test(name)).sort();
  const entries = names.map((name) => [name, new Uint8Array(Buffer.from(files.get(name) ?? ''))] as const);
  const zippable: Zippable = Object.fromEntries(entries);
  return zipSync(zippable, { level: 9, mtime: FIXED_TIME });
}
