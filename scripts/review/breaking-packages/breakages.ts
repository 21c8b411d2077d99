import type { PackageFiles } from '../../shared/package/app-package';

/** A change to the files of a valid package. */
export type Breakage = (files: Map<string, string | Buffer>) => void;

/** Adds or replaces a file of the package. */
export const put =
  (name: string, text: string): Breakage =>
  (files) => {
    files.set(name, text);
  };

/** Removes a file from the package. */
export const drop =
  (name: string): Breakage =>
  (files) => {
    files.delete(name);
  };

/** Replaces a part of a file's text; throws if it is missing, because then nothing would be broken. */
export const swap =
  (name: string, part: string, by: string): Breakage =>
  (files) => {
    const text = String(files.get(name));
    if (!text.includes(part)) throw new Error(`${name} does not contain ${part}`);
    files.set(
      name,
      text.replace(part, () => by),
    );
  };

/** Sets the value at `keys`, separated by dots, in a JSON file; `undefined` removes it. */
export const set =
  (name: string, keys: string, value: unknown): Breakage =>
  (files) => {
    const whole: unknown = JSON.parse(String(files.get(name)));
    const path = keys.split('.');
    const last = path.pop() ?? '';
    const holder = path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), whole);
    Reflect.set(Object(holder), last, value);
    files.set(name, JSON.stringify(whole, null, 2));
  };

/** The package's files after `breakage`. */
export function broken(files: PackageFiles, breakage: Breakage): PackageFiles {
  const copy = new Map(files);
  breakage(copy);
  return copy;
}
