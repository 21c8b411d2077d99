import type { Sandbox } from '../../create-sandbox';
import { createRandom } from '../../support/random';
import { fillHelpdesk } from '../history/fill-helpdesk';
import type { Scene } from './moment';

/** The initial groups of the day. */
export const GROUPS = ['CustomerService', 'Sales', 'Technical Support'] as const;

/** The number of the account's custom ticket source. */
export const FAX = 1001;

/** Three weeks before the day. */
const PAST = { days: 21, tickets: 300 } as const;

/** Creates the helpdesk's groups and custom ticket source, and gives it a past. */
export function openHelpdesk(sandbox: Sandbox, seed: number): Scene {
  const { actions } = sandbox.freshdesk;
  actions.addSource('Fax', FAX);
  const groups = new Map(GROUPS.map((name) => [name, actions.createGroup(name).id]));
  const { events } = sandbox.platform.faults;
  // There is no app yet that could hear of the past.
  events.plan = () => [];
  const { clock, freshdesk } = sandbox;
  fillHelpdesk(freshdesk, clock, { ...PAST, seed, until: clock.now(), groupIds: [...groups.values()] });
  events.plan = null;
  return {
    sandbox,
    random: createRandom(seed),
    groups,
    tickets: new Map(),
  };
}
