import type { ChaosWorld } from '../world';
import {
  addGroup,
  agentWrites,
  archive,
  changeSomething,
  GROUPS,
  massUpdate,
  merge,
  purge,
  renameGroup,
  split,
  deleteOrMarkSpam,
} from './agents';
import { freshdeskOf, type Action } from './choose';
import { createBackdated, createLeftOut, createTicket, reply, replyOften, rush } from './customers';

const ACTIONS: readonly (readonly [weight: number, action: Action])[] = [
  [30, createTicket],
  [30, reply],
  [4, replyOften],
  [10, agentWrites],
  [12, changeSomething],
  [6, deleteOrMarkSpam],
  [2, purge],
  [1, archive],
  [2, createBackdated],
  [2, createLeftOut],
  [2, merge],
  [1, split],
  [2, massUpdate],
  [1, renameGroup],
  [1, addGroup],
  [2, rush],
];
const TOTAL = ACTIONS.reduce((sum, [weight]) => sum + weight, 0);

/** Creates the account's initial groups and custom source. */
export function openHelpdesk(world: ChaosWorld): void {
  const { actions } = freshdeskOf(world);
  GROUPS.forEach((name) => actions.createGroup(name));
  actions.addSource('Kiosk');
}

/** Performs one random action in the helpdesk. */
export function doRandomAction(world: ChaosWorld): void {
  let left = world.helpdesk.between(0, TOTAL);
  const chosen = ACTIONS.find(([weight]) => (left -= weight) < 0);
  chosen?.[1](world);
}

/** Nights are quiet: few people write. */
export function isNight(ms: number): boolean {
  const hour = new Date(ms).getUTCHours();
  return hour >= 22 || hour < 5;
}
