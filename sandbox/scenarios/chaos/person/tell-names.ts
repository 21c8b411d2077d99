import { objectOf, type JsonObject } from '../../../support/json-value';
import { isAny, freshdeskOf, recentTickets } from '../helpdesk/choose';
import type { ChaosWorld } from '../world';

/** An agent opens a ticket, and the app's part of its page tells the name of its group. */
export async function openTicketPage(world: ChaosWorld): Promise<void> {
  const tickets = recentTickets(world, isAny).filter(({ groupId }) => groupId !== null);
  if (tickets.length === 0) return;
  const { groupId } = world.live.pick(tickets);
  const group = freshdeskOf(world).helpdesk.groups.get(groupId ?? 0);
  if (group === undefined || group.deletedAt !== null) return;
  world.count('ticket page opened');
  await world.call('learnGroup', { request: { id: group.id, name: group.name } });
}

/** What a person who knows Freshdesk says of a group or a source that the app does not know. */
function answerTo(world: ChaosWorld, { kind, id }: JsonObject): JsonObject {
  const { groups, sources } = freshdeskOf(world).helpdesk;
  const group = groups.get(Number(id));
  if (kind === 'group')
    return group === undefined || group.deletedAt !== null ? { gone: true } : { name: group.name };
  const label = sources.get(Number(id));
  return label === undefined ? { noLabel: true } : { name: label };
}

/** A person fills in the page's list of groups and sources without a name. */
export async function nameAll(world: ChaosWorld): Promise<void> {
  const answer = await world.call('getOverview');
  const unnamed = answer.ok ? objectOf(answer.response)['unnamed'] : [];
  for (const one of Array.isArray(unnamed) ? (unnamed as readonly JsonObject[]) : []) {
    const { kind, id } = one;
    world.count(`${String(kind)} named by a person`);
    world.trace(`people: name ${String(kind)} ${String(id)}`);
    await world.call('nameGroup', { request: { kind, id, ...answerTo(world, one) } });
  }
}
