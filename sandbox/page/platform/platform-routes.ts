import { Router } from 'express';
import { objectIn } from '../../json-value';
import type { InvocationResult } from '../../platform/invocation-result';
import { numberIn, textIn, textOrEmpty } from '../serving/read-body';
import { orRefuseLater } from '../serving/refused';
import { command, view } from '../serving/route';
import type { Stage } from '../serving/stage';
import { eventDetail, eventsView } from './events-view';
import { logRows, runDetail, runsView } from './runs-view';
import { limitsView, storesView } from './stores-view';

async function ranAs(work: () => Promise<InvocationResult>): Promise<{ run: number; outcome: string }> {
  const { id, outcome } = await orRefuseLater(work);
  return { run: id, outcome };
}

function byHandRoutes(stage: Stage, router: Router): void {
  router.post(
    '/deliver',
    command(stage, ({ sandbox }, { body }) =>
      ranAs(() => sandbox.platform.deliver({ name: textIn(body, 'name'), data: objectIn(body, 'data') })),
    ),
  );
  router.post(
    '/fire',
    command(stage, ({ sandbox }, { body }) =>
      ranAs(() => sandbox.platform.fireSchedule(textIn(body, 'name'))),
    ),
  );
}

/** Events, runs, stores, limits and the log. */
export function platformRoutes(stage: Stage, handledEvents: readonly string[]): Router {
  const router = Router();
  router.get(
    '/events',
    view(stage, (session) => eventsView(session, handledEvents)),
  );
  router.get(
    '/events/:n',
    view(stage, (session, { params }) => eventDetail(session, numberIn(params, 'n'))),
  );
  router.get(
    '/runs',
    view(stage, ({ sandbox }, { query }) => runsView(sandbox.platform, textOrEmpty(query, 'kind'))),
  );
  router.get(
    '/runs/:id',
    view(stage, ({ sandbox }, { params }) => runDetail(sandbox.platform, numberIn(params, 'id'))),
  );
  router.get(
    '/stores',
    view(stage, ({ sandbox }) => storesView(sandbox.platform)),
  );
  router.get(
    '/limits',
    view(stage, ({ sandbox }) => limitsView(sandbox)),
  );
  router.get(
    '/log',
    view(stage, ({ sandbox }, { query }) => logRows(sandbox.platform, textOrEmpty(query, 'level'))),
  );
  byHandRoutes(stage, router);
  return router;
}
