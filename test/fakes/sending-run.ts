import { EMPTY_OUTBOX } from '../../server/outbox/outbox-state';
import { KEYS } from '../../server/platform/keys';
import { readInFlight } from '../../server/sending/in-flight-batch';
import {
  NOTHING_HELD,
  NOTHING_SENT,
  type HeldState,
  type SendingRun,
  type SendingState,
} from '../../server/sending/sending-state';
import { createCalendar } from '../../server/values/calendar';
import { createSlice } from '../../server/values/slice';
import { openTools, type RunTools, type RunWorld } from './run-world';

/** The initial state of sending, where it differs from the stored one. */
export interface GivenSending {
  readonly sending?: Partial<SendingState>;
  readonly held?: Partial<HeldState>;
}

/** Creates the part of a run that sending needs: its two slices as last saved, with the given changes. */
export async function sendingWith(
  world: RunWorld,
  tools: RunTools,
  given: GivenSending = {},
): Promise<SendingRun & RunTools> {
  const { store } = tools;
  const stored = (await store.get(KEYS.state)) as GivenSending | undefined;
  const sending = createSlice({ ...NOTHING_SENT, ...stored?.sending, ...given.sending });
  const held = createSlice({ ...NOTHING_HELD, ...stored?.held, ...given.held });
  return {
    ...tools,
    post: async (events) => {
      await Promise.resolve();
      world.posted.push(events);
      return world.injixo(events, world.posted.length);
    },
    calendar: createCalendar(null),
    outbox: createSlice(EMPTY_OUTBOX),
    sending,
    held,
    inFlight: createSlice(await readInFlight(store)),
    save: () => store.set(KEYS.state, { v: 1, sending: sending.value, held: held.value }),
    settleResume: () => Promise.resolve(),
  };
}

/** The same with its own tools. */
export async function openSendingRun(world: RunWorld, given: GivenSending = {}): Promise<SendingRun> {
  return sendingWith(world, await openTools(world), given);
}
