import type { Files } from './compile';

/** `import('./a.json')` in a compiled script. */
const JSON_IMPORT = /\bimport\((['"])([^'"]+)\.json\1\)/g;

/**
 * The compiled files with each JSON file as a JavaScript module of the same name, and imports to match: a browser
 * imports JSON only with an attribute that ES2020 lacks.
 */
export function makeJsonModules(compiled: Files): Files {
  return new Map(
    [...compiled].map(([name, content]) =>
      name.endsWith('.json')
        ? [name.replace(/json$/, 'js'), `export default ${String(content).trimEnd()};\n`]
        : [name, String(content).replace(JSON_IMPORT, 'import($1$2.js$1)')],
    ),
  );
}
