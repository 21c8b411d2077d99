import path from 'node:path';
import { build } from 'esbuild';

const CONSOLE = path.resolve(__dirname, '..');

/** The files that the browser loads, by name. */
export type ClientFiles = ReadonlyMap<string, string>;

/** File names under `/assets/` and their sources. */
const ENTRIES = {
  'page.js': 'browser/page.ts',
  'page.css': 'browser/page.css',
  'frames/app-client.js': 'marketplace/client/app-client.ts',
  'frames/install-page.js': 'marketplace/client/install-page.ts',
  'frames/install-page.css': 'marketplace/client/install-page.css',
} as const;

/** Compiles the page's scripts and styles, in memory. */
export async function bundleClient(): Promise<ClientFiles> {
  const { outputFiles } = await build({
    entryPoints: Object.entries(ENTRIES).map(([name, source]) => ({
      in: path.join(CONSOLE, source),
      out: name.replace(/\.\w+$/, ''),
    })),
    outdir: '/',
    bundle: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => [file.replaceAll('\\', '/').replace(/^.*?\//, ''), text]),
  );
}
