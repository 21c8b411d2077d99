import fs from 'node:fs';
import path from 'node:path';
import { Router } from 'express';

/** Where pages of the app load their libraries from, and where the sandbox has them. */
const CDN = 'https://cdn.jsdelivr.net/npm/';
const LOCAL = '/cdn/npm/';

/** The libraries by what the network calls them. */
const INSTALLED: Readonly<Record<string, string>> = {
  '@freshworks/crayons@4.2.0': '@freshworks/crayons',
  'uplot@1.6.32': 'uplot',
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'html',
};

/** A text of the package as the sandbox serves it: libraries come from this machine, so that everything works offline. */
export function withLocalLibraries(text: string): string {
  return text.replaceAll(CDN, LOCAL);
}

/** The type of a file in which library addresses may stand; null for all others. */
export function textType(file: string): string | null {
  return TYPES[path.extname(file)] ?? null;
}

/** The installed file behind an address of the network; null when there is none. */
function installedFile(address: string): string | null {
  const name = Object.keys(INSTALLED).find((known) => address.startsWith(`${known}/`));
  if (name === undefined) return null;
  const root = path.resolve('node_modules', INSTALLED[name] ?? '');
  const file = path.join(root, address.slice(name.length));
  return file.startsWith(root + path.sep) && fs.existsSync(file) ? file : null;
}

/** Serves installed libraries at the network's addresses. */
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
