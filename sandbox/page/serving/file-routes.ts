import fs from 'node:fs';
import path from 'node:path';
import { Router, static as serveStatic, type Response } from 'express';
import type { BuiltPackage } from '../marketplace/read-package';
import type { ClientFiles } from './bundle-client';
import type { Stage } from './stage';

const CLIENT = path.resolve(__dirname, '../client');

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

function sendScript(response: Response, name: string, text: string): void {
  response
    .set('Cache-Control', 'no-store')
    .type(TYPES[path.extname(name)] ?? 'text/plain')
    .send(text);
}

/** A page of the app, with the address of the local client where the platform puts its own. */
function appPage(dir: string, name: string): string | null {
  const file = path.join(dir, 'app', name);
  if (!fs.existsSync(file)) return null;
  return fs.readFileSync(file, 'utf8').replaceAll('{{{appclient}}}', '/assets/frames/app-client.js');
}

function appRoutes(router: Router, { dir }: BuiltPackage): void {
  router.get('/app/index.html', (_request, response, next) => {
    const html = appPage(dir, 'index.html');
    if (html === null) return next();
    response.set('Cache-Control', 'no-store').type('html').send(html);
  });
  router.use('/app', serveStatic(path.join(dir, 'app'), { cacheControl: false }));
  router.use('/install/assets', serveStatic(path.join(dir, 'config/assets'), { cacheControl: false }));
}

/** The page, its frames, and the pages of the app. */
export function fileRoutes(stage: Stage, files: ClientFiles, built: BuiltPackage): Router {
  const router = Router();
  router.get('/', (_request, response) => response.sendFile(path.join(CLIENT, 'page.html')));
  router.get('/icon.svg', (_request, response) => response.sendFile(path.join(CLIENT, 'icon.svg')));
  router.get('/install/', (_request, response) =>
    response.sendFile(path.join(CLIENT, 'frames/install-page.html')),
  );
  router.get('/assets/frames/app-client.js', (_request, response) => {
    const now = stage.session().sandbox.clock.now();
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
