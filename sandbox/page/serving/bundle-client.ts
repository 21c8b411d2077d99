import path from 'node:path';
import { build } from 'esbuild';

const CLIENT = path.resolve(__dirname, '../client');

/** What the browser loads, by name. */
export type ClientFiles = ReadonlyMap<string, string>;

const ENTRIES = [
  'page.ts',
  'page.css',
  'frames/app-client.ts',
  'frames/install-page.ts',
  'frames/install-page.css',
];

/** Compiles the page's scripts and styles, in memory. */
export async function bundleClient(): Promise<ClientFiles> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((name) => path.join(CLIENT, name)),
    outdir: '/',
    outbase: CLIENT,
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
