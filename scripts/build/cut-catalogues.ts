import path from 'node:path';
import type { Files } from './compile';

/** `import('./a.json')` in a compiled script. */
const JSON_IMPORT = /\bimport\((['"])([^'"]+)\.json\1\)/g;

/** The families of texts that the page needs before a tab is pressed. */
const OPENING =
  /^(?:page|tab|light|figure|failure|error|aside|set_aside)\.|^(?:held\.kind\.ticket|needs_key\.how)$/;
/** What only the functions of sections answer. */
const OF_SECTIONS = /^error\.(?:not_held|name_invalid|too_many_held|no_history)$/;

const isOpening = (key: string): boolean => OPENING.test(key) && !OF_SECTIONS.test(key);

type Texts = readonly (readonly [key: string, text: unknown])[];

/** A module with one text a line. */
function moduleOf(texts: Texts): string {
  const lines = texts.map(([key, text]) => `${JSON.stringify(key)}:${JSON.stringify(text)},\n`);
  return `export default {\n${lines.join('')}};\n`;
}

/** One catalogue as two modules: the texts the page opens with, and those that its sections load. */
function cut(name: string, content: string): readonly (readonly [string, string])[] {
  const texts = Object.entries(JSON.parse(content) as Readonly<Record<string, unknown>>);
  const rest = name.replace(/\.json$/, '-sections.js');
  const opening = moduleOf(texts.filter(([key]) => isOpening(key)));
  return [
    [
      name.replace(/json$/, 'js'),
      `${opening}export const loadSections = () => import('./${path.basename(rest)}');\n`,
    ],
    [rest, moduleOf(texts.filter(([key]) => !isOpening(key)))],
  ];
}

/**
 * The compiled files with each catalogue as JavaScript modules, and imports to match: a browser imports JSON only with an
 * attribute that ES2020 lacks, and the page opens faster without the texts of its sections.
 */
export function cutCatalogues(compiled: Files): Files {
  return new Map(
    [...compiled].flatMap(([name, content]) =>
      name.endsWith('.json')
        ? cut(name, String(content))
        : [[name, String(content).replace(JSON_IMPORT, 'import($1$2.js$1)')] as const],
    ),
  );
}
