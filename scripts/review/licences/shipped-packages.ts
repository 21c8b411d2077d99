import fs from 'node:fs';
import path from 'node:path';
import { listLicences, type Shipped } from './list-licences';

interface Named {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const namesIn = (file: string): string[] =>
  Object.keys((JSON.parse(fs.readFileSync(file, 'utf8')) as Named).dependencies ?? {});

/** The packages of the app that was built: manifest.json names those of the server, package.json those of the page. */
export function shippedPackages(root: string): Shipped[] {
  const dist = path.join(root, 'dist');
  return listLicences(
    root,
    namesIn(path.join(dist, 'manifest.json')),
    namesIn(path.join(dist, 'package.json')),
  );
}
