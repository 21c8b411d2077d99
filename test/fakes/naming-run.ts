import type { FreshdeskState } from '../../server/freshdesk/session';
import { createFirstChatMessages } from '../../server/naming/first-chat-messages';
import type { NamingRun } from '../../server/naming/name-contacts';
import { createNamesCache } from '../../server/naming/names-cache';
import { openSession, type OpenSession } from './freshdesk-session';
import { openTools, type RunTools, type RunWorld } from './run-world';

/** Naming with these tools, and its session. */
export function namingWith(
  world: RunWorld,
  tools: RunTools,
  known: Partial<FreshdeskState> = {},
): Omit<NamingRun, 'ledger'> & RunTools & OpenSession {
  const opened = openSession(world, tools, known);
  const { session } = opened;
  return {
    ...tools,
    ...opened,
    names: createNamesCache(
      tools.store,
      world.settings.freshdeskApiKey === '' ? null : session.get,
      tools.now(),
    ),
    firstMessages: createFirstChatMessages({ session, budget: tools.budget }),
    channelMapping: world.settings.channelMapping,
    isHistoryWanted: () => world.settings.historyFrom !== null,
  };
}

/** Creates the part of a run that naming needs. */
export async function openNamingRun(
  world: RunWorld,
  known: Partial<FreshdeskState> = {},
): Promise<ReturnType<typeof namingWith>> {
  return namingWith(world, await openTools(world), known);
}
