import type { Sandbox } from '../../create-sandbox';
import { createRandom } from '../../support/random';
import type { Scene } from './moment';

/** The initial groups of the day. */
export const GROUPS = ['CustomerService', 'Sales', 'Technical Support'] as const;

/** The number of the account's custom ticket source. */
export const FAX = 1001;

/** Creates the helpdesk's groups and custom ticket source. */
export function openHelpdesk(sandbox: Sandbox, seed: number): Scene {
  const { actions } = sandbox.freshdesk;
  actions.addSource('Fax', FAX);
  return {
    sandbox,
    random: createRandom(seed),
    groups: new Map(GROUPS.map((name) => [name, actions.createGroup(name).id])),
    tickets: new Map(),
  };
}
