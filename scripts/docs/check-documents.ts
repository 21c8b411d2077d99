import fs from 'node:fs';
import path from 'node:path';
import type { Document } from './read-documents';

/** A path in the repository. Paths in config/ often refer to the package instead. */
const REPOSITORY_PATH = /^(?:app|docs|sandbox|scripts|server|test|test_data)\/[\w./-]*$/;

const exists = (root: string, name: string): boolean => fs.existsSync(path.join(root, name));

function findBrokenLink(root: string, documents: readonly Document[], from: Document, link: string): boolean {
  if (/^https:\/\//.test(link)) return false;
  const [target = '', anchor] = link.split('#');
  const name = target === '' ? from.name : path.posix.join(path.posix.dirname(from.name), target);
  if (!exists(root, name)) return true;
  const document = documents.find((each) => each.name === name);
  return anchor !== undefined && document?.anchors.includes(anchor) !== true;
}

/** Links without an existing file or heading; external addresses must only be https. */
export function findBrokenLinks(root: string, documents: readonly Document[]): string[] {
  return documents.flatMap((document) =>
    document.links
      .filter((link) => findBrokenLink(root, documents, document, link))
      .map((link) => `${document.name}: ${link}`),
  );
}

/** Paths in code that are not in the repository; those with a placeholder or a star are patterns. */
export function findMissingPaths(root: string, documents: readonly Document[]): string[] {
  return documents.flatMap(({ name, code }) =>
    code
      .filter((text) => REPOSITORY_PATH.test(text) && !exists(root, text))
      .filter((text) => !exists(root, path.posix.join(path.posix.dirname(name), text)))
      .map((text) => `${name}: ${text}`),
  );
}
