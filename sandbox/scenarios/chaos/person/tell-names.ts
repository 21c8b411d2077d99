import { objectIn, objectOf, type JsonObject } from '../../../support/json-value';
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

/** A person fills in the page's form of groups and sources without a name, and saves it, perhaps twice. */
export async function nameAll(world: ChaosWorld): Promise<void> {
  const answer = await world.call('getOverview');
  const { unnamed } = answer.ok ? objectIn(objectOf(answer.response), 'overview') : {};
  const listed = Array.isArray(unnamed) ? (unnamed as readonly JsonObject[]) : [];
  const names = listed.map(({ kind, id }) => ({ kind, id, ...answerTo(world, { kind, id }) }));
  if (names.length === 0) return;
  world.count('group or source named by a person', names.length);
  for (const { kind, id } of names) world.trace(`people: name ${String(kind)} ${String(id)}`);
  const save = () => world.call('nameGroup', { request: { names } });
  await (world.live.chance(0.3) ? Promise.all([save(), save()]) : save());
}
