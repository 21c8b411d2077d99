import { Router } from 'express';
import { objectIn } from '../../support/json-value';
import type { InvocationResult } from '../../platform/runtime/invocation-result';
import { numberIn, textIn, textOrEmpty } from '../serving/read-body';
import { orRefuseLater } from '../serving/refused';
import { command, view } from '../serving/route';
import type { SessionHost } from '../serving/session-host';
import { eventDetail, eventsView } from './events-view';
import { logRows, runDetail, runsView } from './runs-view';
import { limitsView, storesView } from './stores-view';

async function ranAs(work: () => Promise<InvocationResult>): Promise<{ run: number; outcome: string }> {
  const { id, outcome } = await orRefuseLater(work);
  return { run: id, outcome };
}

function byHandRoutes(sessions: SessionHost, router: Router): void {
  router.post(
    '/deliver',
    command(sessions, ({ sandbox }, { body }) =>
      ranAs(() => sandbox.platform.deliver({ name: textIn(body, 'name'), data: objectIn(body, 'data') })),
    ),
  );
  router.post(
    '/fire',
    command(sessions, ({ sandbox }, { body }) =>
      ranAs(() => sandbox.platform.fireSchedule(textIn(body, 'name'))),
    ),
  );
}

/** Events, runs, stores, limits and the log. */
export function platformRoutes(sessions: SessionHost, handledEvents: readonly string[]): Router {
  const router = Router();
  router.get(
    '/events',
    view(sessions, (session) => eventsView(session, handledEvents)),
  );
  router.get(
    '/events/:n',
    view(sessions, (session, { params }) => eventDetail(session, numberIn(params, 'n'))),
  );
  router.get(
    '/runs',
    view(sessions, ({ sandbox }, { query }) => runsView(sandbox.platform, textOrEmpty(query, 'kind'))),
  );
  router.get(
    '/runs/:id',
    view(sessions, ({ sandbox }, { params }) => runDetail(sandbox.platform, numberIn(params, 'id'))),
  );
  router.get(
    '/stores',
    view(sessions, ({ sandbox }) => storesView(sandbox.platform)),
  );
  router.get(
    '/limits',
    view(sessions, ({ sandbox }) => limitsView(sandbox)),
  );
  router.get(
    '/log',
    view(sessions, ({ sandbox }, { query }) => logRows(sandbox.platform, textOrEmpty(query, 'level'))),
  );
  byHandRoutes(sessions, router);
  return router;
}
