import { freshdeskOf, someGroup } from '../../helpdesk/choose';
import { DAY, MINUTE } from '../../time';
import { during, type Fault } from '../fault';

const FAR_FUTURE = Date.parse('2062-04-10T09:00:00Z');
const WRONG_DATE_MS = 11 * MINUTE;

/** A ticket is dated decades ahead. */
const datedAhead: Fault = (world) => {
  const createdAt = FAR_FUTURE + world.extras.whole(0, 1e6) * 1000;
  freshdeskOf(world).actions.createTicket({ groupId: someGroup(world, world.extras), createdAt });
  world.count('ticket dated 2062');
  world.trace('fault: a ticket is dated 2062');
};

/** Freshdesk's own date is a day ahead for minutes. */
const dateAhead: Fault = (world) => {
  const { settings } = world.sandbox.freshdesk;
  settings.clockSkewMs = DAY;
  during(world, 'Freshdesk’s date is a day ahead', WRONG_DATE_MS, () => {
    settings.clockSkewMs = 0;
  });
};

/** The clock of the app is a day ahead when it reads how long it has to wait, and is then set right. */
const waitsByWrongClock: Fault = (world) => {
  const { extras, sandbox } = world;
  const { faults } = sandbox.platform;
  const retryAfterSeconds = extras.whole(30, 900);
  const end = sandbox.freshdesk.faults.add({ kind: 'throttle', retryAfterSeconds });
  sandbox.injixo.faults.add({ kind: 'status', status: 429, retryAfter: retryAfterSeconds, times: 1 });
  faults.clockSkewMs = DAY;
  during(world, 'the clock of the app is a day ahead', extras.between(2 * MINUTE, 15 * MINUTE), () => {
    faults.clockSkewMs = 0;
    end();
  });
};

/** A date of others is far ahead, or the app's own clock is while it reads one. */
export const future: Fault = (world) => world.extras.pick([datedAhead, dateAhead, waitsByWrongClock])(world);
