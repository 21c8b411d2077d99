import fs from 'node:fs';
import path from 'node:path';
import { Router, static as serveStatic, type Response } from 'express';
import type { BuiltPackage } from '../marketplace/read-package';
import type { ClientFiles } from './bundle-client';
import { libraryRoutes, textType, withLocalLibraries } from './libraries';
import type { SessionHost } from './session-host';

const CONSOLE = path.resolve(__dirname, '..');

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

function sendScript(response: Response, name: string, text: string): void {
  response
    .set('Cache-Control', 'no-store')
    .type(TYPES[path.extname(name)] ?? 'text/plain')
    .send(text);
}

/** A file of the app's page as the platform serves it, with its own client and libraries from this machine. */
function appText(file: string): string {
  const text = fs.readFileSync(file, 'utf8').replaceAll('{{{appclient}}}', '/assets/frames/app-client.js');
  return withLocalLibraries(text);
}

function appRoutes(router: Router, { dir }: BuiltPackage): void {
  const root = path.join(dir, 'app');
  router.get('/app/{*name}', (request, response, next) => {
    const file = path.join(root, request.path.slice('/app/'.length));
    const type = textType(file);
    if (type === null || !file.startsWith(root + path.sep) || !fs.existsSync(file)) return next();
    response.set('Cache-Control', 'no-store').type(type).send(appText(file));
  });
  router.use('/app', serveStatic(root, { cacheControl: false }));
  router.use('/install/assets', serveStatic(path.join(dir, 'config/assets'), { cacheControl: false }));
  router.use(libraryRoutes());
}

/** The page, its frames, and the pages of the app. */
export function fileRoutes(sessions: SessionHost, files: ClientFiles, built: BuiltPackage): Router {
  const router = Router();
  router.get('/', (_request, response) => response.sendFile(path.join(CONSOLE, 'browser/page.html')));
  router.get('/icon.svg', (_request, response) => response.sendFile(path.join(CONSOLE, 'browser/icon.svg')));
  router.get('/install/', (_request, response) =>
    response.sendFile(path.join(CONSOLE, 'marketplace/client/install-page.html')),
  );
  router.get('/assets/frames/app-client.js', (_request, response) => {
    const now = sessions.session().sandbox.clock.now();
    const text = files.get('frames/app-client.js') ?? '';
    sendScript(response, 'app-client.js', `globalThis.sandboxNow = ${now};\n${text}`);
  });
  router.get('/assets/{*name}', (request, response, next) => {
    const name = request.path.slice('/assets/'.length);
    const text = files.get(name);
    if (text === undefined) return next();
    sendScript(response, name, text);
  });
  appRoutes(router, built);
  return router;
}
