import { Router } from 'express';
import { textIn } from '../serving/read-body';
import { command, view } from '../serving/route';
import type { SessionHost } from '../serving/session-host';
import type { FaultsView } from './contract';

/** Faults. */
export function faultRoutes(sessions: SessionHost): Router {
  const router = Router();
  router.get(
    '/',
    view(sessions, ({ faults }): FaultsView => ({ faults: faults.list() })),
  );
  router.post(
    '/turn',
    command(sessions, ({ faults }, { body }) => faults.turn(textIn(body, 'id'), body['isOn'] === true)),
  );
  router.post(
    '/clear',
    command(sessions, ({ faults }) => faults.clear()),
  );
  return router;
}
