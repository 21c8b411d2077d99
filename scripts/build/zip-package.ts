import { zipSync, type Zippable } from 'fflate';

/** The files of dist/ that `fdk pack` puts into its zip, without its own report and digest. */
const PACKED = /^(?:manifest\.json$|README\.md$|app\/|config\/|server\/(?!test_data\/))/;

/** Zip files store local time, so the same local time gives the same bytes in every time zone. */
const FIXED_TIME = new Date(2000, 0, 1);

/** The package as a zip file, reproducible byte by byte. */
export function zipPackage(files: ReadonlyMap<string, string | Buffer>): Uint8Array {
  const names = [...files.keys()].filter((name) => PACKED.test(name)).sort();
  const entries = names.map((name) => [name, new Uint8Array(Buffer.from(files.get(name) ?? ''))] as const);
  const zippable: Zippable = Object.fromEntries(entries);
  return zipSync(zippable, { level: 9, mtime: FIXED_TIME });
}
