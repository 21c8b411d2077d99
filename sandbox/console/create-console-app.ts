import express, { type Express } from 'express';
import { clockRoutes } from './clock/clock-routes';
import { faultRoutes } from './faults/fault-routes';
import { helpdeskRoutes } from './freshdesk/helpdesk-routes';
import { injixoRoutes } from './injixo/injixo-routes';
import { clientRoutes } from './marketplace/client-routes';
import { installRoutes } from './marketplace/install-routes';
import type { BuiltPackage } from './marketplace/read-package';
import { platformRoutes } from './platform/platform-routes';
import type { ClientFiles } from './serving/bundle-client';
import { fileRoutes } from './serving/file-routes';
import { refuseStrangers, sendFailure, sendHeaders } from './serving/guard';
import type { LiveUpdates } from './serving/live-updates';
import type { SessionHost } from './serving/session-host';

/** The parts of the page's server. */
export interface ConsoleParts {
  readonly sessions: SessionHost;
  readonly live: LiveUpdates;
  readonly files: ClientFiles;
  readonly built: BuiltPackage;
  readonly isOwnHost: (host: string) => boolean;
}

/** The page and its API as an express app. */
export function createConsoleApp({ sessions, live, files, built, isOwnHost }: ConsoleParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(sendHeaders, refuseStrangers(isOwnHost), express.json({ limit: '1mb' }));
  app.get('/live', (request, response) => live.connect(request, response));
  app.use('/api/clock', clockRoutes(sessions));
  app.use('/api/freshdesk', helpdeskRoutes(sessions, built));
  app.use('/api/install', installRoutes(sessions, built));
  app.use('/api/client', clientRoutes(sessions, built));
  app.use('/api/injixo', injixoRoutes(sessions));
  app.use('/api/platform', platformRoutes(sessions, built.handledEvents));
  app.use('/api/faults', faultRoutes(sessions));
  app.use(fileRoutes(sessions, files, built));
  app.use((_request, response) => {
    response.status(404).json({ message: 'There is nothing at this address.' });
  });
  app.use(sendFailure);
  return app;
}
