import type { FreshdeskState } from '../../server/freshdesk/session';
import type { LiveRun } from '../../server/live/live-run';
import { createFactsBook } from '../../server/naming/facts-book';
import { createToldChats } from '../../server/naming/told-chats';
import { createToldStates } from '../../server/naming/told-states';
import { EMPTY_OUTBOX } from '../../server/outbox/outbox-state';
import { sendContacts } from '../../server/sending/send-contacts';
import type { SendingRun } from '../../server/sending/sending-state';
import { createSlice } from '../../server/values/slice';
import type { OpenSession } from './freshdesk-session';
import { namingWith } from './naming-run';
import { openTools, type RunWorld } from './run-world';
import { sendingWith, type GivenSending } from './sending-run';

/** The initial state of delivery. */
export interface GivenLive extends GivenSending {
  readonly freshdesk?: Partial<FreshdeskState>;
}

/** Creates the part of a run that delivering the outbox needs; it sends as the app does. */
export async function openLiveRun(
  world: RunWorld,
  given: GivenLive = {},
): Promise<LiveRun & SendingRun & OpenSession> {
  const tools = await openTools(world);
  const sending = await sendingWith(world, tools, given);
  const { store, budget, now, ledger } = tools;
  const told = {
    book: createFactsBook({ store, budget, now }),
    chats: createToldChats({ store, budget, now }),
  };
  const { way } = world.settings;
  const naming = namingWith(world, tools, given.freshdesk);
  return {
    ...sending,
    ...naming,
    ...told,
    way,
    states: way === 'live' ? createToldStates({ ...told, ledger }) : naming.states,
    outbox: createSlice(EMPTY_OUTBOX),
    send: (contacts, origin) => sendContacts(sending, contacts, origin),
  };
}
