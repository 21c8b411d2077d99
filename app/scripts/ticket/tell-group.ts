import type { Group, GroupMemory } from './group-memory.ts';

/** The members of Freshworks' client that the ticket page uses. */
export interface TicketClient {
  readonly events: { on(name: 'app.activated' | 'ticket.groupChanged', listener: () => void): void };
  readonly data: { get(name: 'group' | 'currentHost'): Promise<unknown> };
  readonly request: {
    invoke(functionName: string, args: object): Promise<{ readonly response?: unknown }>;
  };
}

/** A group that was told, or an app that needs none, is left alone for 30 days; one that could not be told, for ten minutes. */
const TOLD_MS = 30 * 86_400_000;
const FAILED_MS = 600_000;

/** The group in what the ticket page gives; null where a ticket has none. */
export function readGroup(data: unknown): Group | null {
  const { group = data } = Object(data) as { readonly group?: unknown };
  const { id, name } = Object(group) as { readonly id?: unknown; readonly name?: unknown };
  return typeof name === 'string' && name.trim() !== '' && Number(id) > 0 ? { id: Number(id), name } : null;
}

/** Tells the app the group of the ticket that is open, unless this browser has. Never rejects. */
export async function tellGroup(client: TicketClient, memory: GroupMemory, now: () => number): Promise<void> {
  const group = readGroup(await client.data.get('group').catch(() => null));
  if (group === null || memory.isTold(group, now())) return;
  const called = await client.request.invoke('learnGroup', { request: group }).catch(() => null);
  const { needed } = Object(called?.response) as { readonly needed?: unknown };
  if (typeof needed === 'boolean') memory.rest(needed ? group : null, now(), TOLD_MS);
  else memory.rest(null, now(), FAILED_MS);
}
