import type { FreshdeskState } from '../../server/freshdesk/session';
import { createShownStates } from '../../server/naming/shown-states';
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
  const importFacts = () => ({
    cutOver: tools.cutOver,
    // As if the import was started as soon as it was wanted.
    importedFrom: world.settings.historyFrom,
  });
  return {
    ...tools,
    ...opened,
    names: createNamesCache(
      tools.store,
      world.settings.freshdeskApiKey === '' ? null : session.get,
      tools.now(),
    ),
    states: createShownStates({ session, budget: tools.budget, importFacts }),
    importFacts,
    channelMapping: world.settings.channelMapping,
  };
}

/** Creates the part of a run that naming needs. */
export async function openNamingRun(
  world: RunWorld,
  known: Partial<FreshdeskState> = {},
): Promise<ReturnType<typeof namingWith>> {
  return namingWith(world, await openTools(world), known);
}
