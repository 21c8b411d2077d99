import { Router } from 'express';
import { textIn } from '../serving/read-body';
import { command, view } from '../serving/route';
import type { Stage } from '../serving/stage';
import type { FaultsView } from '../views/faults';

/** What goes wrong. */
export function faultRoutes(stage: Stage): Router {
  const router = Router();
  router.get(
    '/',
    view(stage, ({ faults }): FaultsView => ({ faults: faults.list() })),
  );
  router.post(
    '/turn',
    command(stage, ({ faults }, { body }) => faults.turn(textIn(body, 'id'), body['isOn'] === true)),
  );
  router.post(
    '/clear',
    command(stage, ({ faults }) => faults.clear()),
  );
  return router;
}
