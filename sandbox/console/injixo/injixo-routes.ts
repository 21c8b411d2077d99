import { Router } from 'express';
import { numberIn, textOrEmpty, wordIn } from '../serving/read-body';
import { orRefuse } from '../serving/refused';
import { command, view } from '../serving/route';
import type { SessionHost } from '../serving/session-host';
import { INTERVALS } from './contract';
import { addIntegration } from './add-integration';
import { injixoView, receiptRows } from './injixo-view';
import { volumesView } from './volumes-view';

function integrationRoutes(sessions: SessionHost, router: Router): void {
  router.post(
    '/integrations',
    command(sessions, async ({ sandbox }, { body }) => {
      const name = textOrEmpty(body, 'name');
      const domain = textOrEmpty(body, 'domain');
      const apiKey = textOrEmpty(body, 'apiKey');
      const importsPast = textOrEmpty(body, 'importsPast') === 'yes';
      return { id: await addIntegration(sandbox, { name, domain, apiKey, importsPast }) };
    }),
  );
  router.post(
    '/integrations/:id/key',
    command(sessions, ({ sandbox }, { params }) => ({
      key: orRefuse(() => sandbox.injixo.account.generateKey(numberIn(params, 'id'))),
    })),
  );
  router.post(
    '/integrations/:id/delete',
    command(sessions, ({ sandbox }, { params }) =>
      orRefuse(() => sandbox.injixo.account.deleteIntegration(numberIn(params, 'id'))),
    ),
  );
}

/** Integrations, source queues, volumes and receipts. */
export function injixoRoutes(sessions: SessionHost): Router {
  const router = Router();
  router.get(
    '/',
    view(sessions, ({ sandbox }) => injixoView(sandbox.injixo)),
  );
  integrationRoutes(sessions, router);
  router.get(
    '/volumes',
    view(sessions, ({ sandbox }, { query }) =>
      volumesView(sandbox.injixo, {
        interval: wordIn(query['interval'], INTERVALS),
        now: sandbox.clock.now(),
        back: Math.max(0, numberIn(query, 'back')),
      }),
    ),
  );
  router.get(
    '/receipts',
    view(sessions, ({ sandbox }, { query }) =>
      receiptRows(sandbox.injixo, {
        interval: wordIn(query['interval'], INTERVALS),
        start: numberIn(query, 'start'),
        queue: textOrEmpty(query, 'queue'),
      }),
    ),
  );
  return router;
}
