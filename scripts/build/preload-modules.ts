import path from 'node:path';
import { staticImports } from '../shared/package/parse-code';
import type { Files } from './compile';

const PAGE = 'app/index.html';
const START = 'scripts/shell/page.js';
const START_TAG = `    <script type="module" src="${START}"></script>\n`;

/** The scripts that the page needs before it starts, by their paths in app/: the first one, and all it imports. */
export function openingScripts(files: Files): readonly string[] {
  const found = new Set([START]);
  // A set may grow during iteration, which then includes the new items.
  for (const script of found)
    for (const specifier of staticImports(String(files.get(`app/${script}`) ?? '')))
      found.add(path.posix.join(path.posix.dirname(script), specifier));
  return [...found];
}

/** Names these scripts in the page, so that the browser asks for all of them at once and not level by level. */
export function preloadModules(files: Files): Files {
  const links = openingScripts(files)
    .filter((script) => script !== START)
    .sort()
    .map((script) => `    <link rel="modulepreload" href="${script}" />\n`);
  const page = String(files.get(PAGE)).replace(START_TAG, (tag) => links.join('') + tag);
  return new Map([...files, [PAGE, page]]);
}
