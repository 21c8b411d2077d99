import type { Sandbox } from '../../create-sandbox';
import { createRandom } from '../../support/random';
import type { Scene } from './moment';

/** The groups with which the day begins. */
export const GROUPS = ['CustomerService', 'Sales', 'Technical Support'] as const;

/** The number of the account's own ticket source. */
export const FAX = 1001;

/** Gives the helpdesk its groups and its own ticket source. */
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
