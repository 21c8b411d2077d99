import type { Files } from './compile';

const LIB_REQUIRE = /require\('\.\/(lib\/[^']+)'\)/g;

/** The modules server.js requires that the package does not hold, as paths of their sources. */
export function findMissingModules(files: Files): string[] {
  const table = String(files.get('server/server.js'));
  return [...table.matchAll(LIB_REQUIRE)]
    .map((match) => match[1] ?? '')
    .filter((module) => !files.has(`server/${module}.js`))
    .map((module) => `${module.replace(/^lib/, 'server')}.ts`);
}
