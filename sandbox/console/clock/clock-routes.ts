import { Router } from 'express';
import { bodyOf, numberIn, wordIn } from '../serving/read-body';
import { Refused } from '../serving/refused';
import type { SessionHost } from '../serving/session-host';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAX_MINUTES = 31 * 24 * 60;
const SATURDAY = 6;

function minutesIn(body: unknown): number {
  const minutes = numberIn(bodyOf({ body }), 'minutes');
  if (minutes < 1 || minutes > MAX_MINUTES) throw new Refused('Let between one minute and 31 days pass.');
  return minutes;
}

/** Time until the next Saturday, midnight UTC. */
export function untilWeekend(now: number): number {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const days = (SATURDAY - new Date(now).getUTCDay() + 7) % 7 || 7;
  return midnight + days * DAY_MS - now;
}

/** Clock and reset. Stopping never waits. */
export function clockRoutes(sessions: SessionHost): Router {
  const router = Router();
  router.post('/advance', async (request, response) => {
    await sessions.advance(minutesIn(request.body) * MINUTE_MS);
    response.json({});
  });
  router.post('/weekend', async (_request, response) => {
    await sessions.advance(untilWeekend(sessions.session().sandbox.clock.now()));
    response.json({});
  });
  router.post('/stop', (_request, response) => {
    sessions.stopClock();
    response.json({});
  });
  router.post('/reset', async (request, response) => {
    const body = bodyOf(request);
    await sessions.reset(wordIn(body['beginning'], ['empty', 'day']), numberIn(body, 'seed'));
    response.json({});
  });
  return router;
}
