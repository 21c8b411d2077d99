import { isLive, recentTickets } from '../../helpdesk/choose';
import { HOUR, MINUTE } from '../../time';
import { during, type Fault } from '../fault';

/** Pages of tickets and conversations have fewer rows than asked for, and a next one follows all the same. */
export const shortPages: Fault = (world) => {
  const { settings } = world.sandbox.freshdesk;
  settings.rowsShort = world.extras.pick([1, 50, 90, 97]);
  during(world, 'short pages', world.extras.between(20 * MINUTE, 4 * HOUR), () => {
    settings.rowsShort = 0;
  });
};

/** Both addresses of a ticket that a list shows answer once that it is gone. */
export const refusedOnce: Fault = (world) => {
  const { extras, sandbox } = world;
  const tickets = recentTickets(world, isLive);
  if (tickets.length === 0) return;
  const { id: ticketId } = extras.pick(tickets);
  const status = extras.pick([403, 404]);
  const ends = (['view', 'archived'] as const).map((family) =>
    sandbox.freshdesk.faults.add({ kind: 'status', status, ticketId, family, times: 1 }),
  );
  during(world, 'a ticket refused once', extras.between(10 * MINUTE, HOUR), () =>
    ends.forEach((end) => end()),
  );
};

/** Only the ticket list is throttled, or times out, for hours. */
export const listFails: Fault = (world) => {
  const { extras, sandbox } = world;
  const answer = extras.pick([
    { kind: 'throttle', retryAfterSeconds: 30 },
    { kind: 'status', status: 504 },
  ] as const);
  const end = sandbox.freshdesk.faults.add({ ...answer, family: 'list' });
  during(world, 'the ticket list alone fails', extras.between(HOUR, 5 * HOUR), end);
};

/** Other integrations of an account that is limited per hour use up most of the hour's calls. */
export const spentByOthers: Fault = ({ extras, plan, sandbox, count, trace }) => {
  if (!plan.isHourly) return;
  const credits = extras.whole(200, 2500);
  sandbox.freshdesk.spendCredits(credits);
  count('calls of the hour used up');
  trace(`fault: ${credits} calls of the hour used up`);
};
