import { BuildError } from './build-error';
import type { Files } from './compile';

/** What stands for a name in the sources, and the name. */
export type Names = Readonly<Record<`%${string}%`, string>>;

/** The names in publisher.json, and the version in package.json. */
export interface Identity {
  readonly appName: string;
  readonly listingName: string;
  readonly publisher: string;
  readonly version: string;
}

/** Text that needs no escaping in HTML, JSON and JavaScript. */
const PLAIN = /^[\p{L}\p{N} .+-]{1,60}$/u;

/** The names by what stands for them; throws when one could not stand everywhere. */
export function namesOf({ appName, listingName, publisher, version }: Identity): Names {
  const names = {
    '%APP_NAME%': appName,
    '%LISTING_NAME%': listingName,
    '%PUBLISHER%': publisher,
    '%VERSION%': version,
  };
  const odd = Object.values(names).filter((name) => !PLAIN.test(name));
  if (odd.length > 0)
    throw new BuildError(
      `publisher.json: only letters, digits, spaces and . + - may stand in ${odd.join(', ')}`,
    );
  return names;
}

const TEXT = /\.(?:js|json|html|svg|md)$/;
const MARK = /%[A-Z_]{3,}%/g;

/** The files with every name filled in; throws when one is not known. */
export function fillInNames(files: Files, names: Names): Files {
  const known: Readonly<Record<string, string>> = names;
  return new Map(
    [...files].map(([file, content]) => {
      if (!TEXT.test(file)) return [file, content];
      const filled = String(content).replace(MARK, (mark) => {
        const name = known[mark];
        if (name === undefined) throw new BuildError(`${file}: nothing is known for ${mark}`);
        return name;
      });
      return [file, filled];
    }),
  );
}
