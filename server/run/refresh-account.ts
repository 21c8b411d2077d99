import { askZone } from '../freshdesk/time-zone';
import { createCalendar } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { RunContext } from './run-context';

/**
 * Asks once a day for the account's time zone, by which days are counted, and for its names, so that the page sees what was
 * renamed. Up to three calls and one operation, most runs none.
 */
export async function refreshAccount(run: RunContext): Promise<void> {
  const { zone } = run.state;
  if (zone !== null && run.now() - zone.askedAt < LIMITS.zoneMs) return;
  const iana = await askZone(run.get);
  if (iana === undefined) return;
  run.state = { ...run.state, zone: { iana, askedAt: run.now() } };
  run.calendar = createCalendar(iana);
  if (run.queues.size() > 0) await run.names.askAgain();
}
