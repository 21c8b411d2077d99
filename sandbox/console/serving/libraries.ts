import fs from 'node:fs';
import path from 'node:path';
import { Router } from 'express';

/** The host from which pages of the app load their libraries. */
const CDN = 'https://cdn.jsdelivr.net/npm/';
const LOCAL = '/cdn/npm/';

/** The libraries' names in that host's addresses, and the installed folders. */
const INSTALLED: Readonly<Record<string, string>> = {
  '@freshworks/crayons@4.2.0': '@freshworks/crayons',
  'uplot@1.6.32': 'uplot',
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'html',
};

/** A text of the package with library addresses that point to this machine, so that the sandbox works offline. */
export function withLocalLibraries(text: string): string {
  return text.replaceAll(CDN, LOCAL);
}

/** The content type of a file that may contain library addresses; null for all others. */
export function textType(file: string): string | null {
  return TYPES[path.extname(file)] ?? null;
}

/** The installed file for a CDN address; null if there is none. */
function installedFile(address: string): string | null {
  const name = Object.keys(INSTALLED).find((known) => address.startsWith(`${known}/`));
  if (name === undefined) return null;
  const root = path.resolve('node_modules', INSTALLED[name] ?? '');
  const file = path.join(root, address.slice(name.length));
  return file.startsWith(root + path.sep) && fs.existsSync(file) ? file : null;
}

/** Serves installed libraries under the CDN's addresses. */
export function libraryRoutes(): Router {
  const router = Router();
  router.get(`${LOCAL}{*address}`, (request, response, next) => {
    const file = installedFile(request.path.slice(LOCAL.length));
    if (file === null) return next();
    response
      .type(textType(file) ?? 'application/octet-stream')
      .set('Cache-Control', 'max-age=3600')
      .send(fs.readFileSync(file));
  });
  return router;
}
