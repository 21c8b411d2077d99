import { readAccount } from '../shell/account.ts';
import { createGroupMemory } from './group-memory.ts';
import { tellGroup, type TicketClient } from './tell-group.ts';

declare const app: { initialized(): Promise<TicketClient> };

/** Agents open their tickets at the same hour: each browser tells a group at another moment of a minute. */
const WITHIN_MS = 60_000;

/** Runs without a visible part on each ticket page. */
async function start(): Promise<void> {
  const client = await app.initialized();
  const memory = createGroupMemory(() => window.localStorage, await readAccount(client));
  const turn = { isPlanned: false };
  const tell = (): void => {
    turn.isPlanned = false;
    // Telling is worth no trouble for an agent: the next ticket tells the group again.
    tellGroup(client, memory, () => Date.now()).catch(() => undefined);
  };
  const plan = (): void => {
    if (!turn.isPlanned) window.setTimeout(tell, Math.random() * WITHIN_MS);
    turn.isPlanned = true;
  };
  client.events.on('app.activated', plan);
  client.events.on('ticket.groupChanged', plan);
  plan();
}

// Without the platform's client there is no group to tell.
start().catch(() => undefined);
