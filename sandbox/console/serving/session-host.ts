import type { Sandbox } from '../../create-sandbox';
import { createFaultBoard, type FaultBoard } from '../faults/fault-board';
import { recordEvents, type EventRecorder } from '../event-recorder';
import type { Beginning, Summary } from './summary';
import { Refused } from './refused';

/** What a reset needs. */
export interface ResetOptions {
  readonly seed: number;
  /** Creates a sandbox in which nothing has happened yet. */
  readonly createSandbox: (seed: number) => Promise<Sandbox>;
  /** Plays a day in it. */
  readonly playDay?: (sandbox: Sandbox, seed: number) => Promise<unknown>;
}

/** One sandbox, from its start until the next reset. */
export interface Session {
  readonly sandbox: Sandbox;
  readonly events: EventRecorder;
  readonly faults: FaultBoard;
  readonly seed: number;
}

/** The sandbox shared by all tabs, and the queue of all changes to it. */
export interface SessionHost {
  readonly hasDay: boolean;
  session(): Session;
  isBusy(): boolean;
  /** From when until when the clock is moving; null: it stands. */
  passing(): Summary['passing'];
  revision(): number;
  /** How often time was advanced. */
  moves(): number;
  /** How often the sandbox was reset. */
  resets(): number;
  /** Changes the sandbox after all previously queued changes. */
  run<T>(work: (session: Session) => T | Promise<T>): Promise<T>;
  /** Advances the time step by step, so that other commands can run in between. */
  advance(ms: number): Promise<void>;
  /** Ends every advance after its current step. */
  stopClock(): void;
  /** Stops this sandbox and starts another. */
  reset(beginning: Beginning, seed: number): Promise<void>;
  stop(): Promise<void>;
}

const STEP_MS = 15 * 60_000;

/** The first sandbox, how to create others, and the listener to changes. */
export interface SessionHostOptions extends ResetOptions {
  readonly first: {
    readonly sandbox: Sandbox;
    readonly events?: EventRecorder;
  };
  readonly onChange: () => void;
}

/** Groups for an empty helpdesk, so that its first ticket has a team. */
function addDefaultGroups({ freshdesk }: Sandbox): void {
  if (freshdesk.helpdesk.groups.size > 0) return;
  for (const name of ['CustomerService', 'Sales']) freshdesk.actions.createGroup(name);
}

function startSession(
  sandbox: Sandbox,
  from: { readonly events?: EventRecorder; readonly seed: number },
): Session {
  addDefaultGroups(sandbox);
  const events = from.events ?? recordEvents(sandbox);
  return { sandbox, events, faults: createFaultBoard(sandbox), seed: from.seed };
}

/** Hosts a sandbox until it is reset. */
export function createSessionHost(options: SessionHostOptions): SessionHost {
  const queue = createCommandQueue();
  const { createSandbox, playDay, onChange, first } = options;
  let session = startSession(first.sandbox, { ...first, seed: options.seed });
  const counts = { revision: 0, moves: 0, busy: 0, stops: 0, resets: 0 };
  let passing: Summary['passing'] = null;

  const changed = (): void => {
    counts.revision += 1;
    onChange();
  };
  const run = async <T>(work: (session: Session) => T | Promise<T>): Promise<T> => {
    try {
      return await queue.add(() => work(session));
    } finally {
      changed();
    }
  };
  const busily = async (work: () => Promise<void>): Promise<void> => {
    counts.busy += 1;
    onChange();
    try {
      await work();
    } finally {
      counts.busy -= 1;
      counts.moves += 1;
      changed();
    }
  };
  const advanceBySteps = async (ms: number): Promise<void> => {
    const { stops } = counts;
    const moved = session;
    const { clock, platform } = moved.sandbox;
    const end = clock.now() + ms;
    passing = { from: clock.now(), until: end };
    onChange();
    while (clock.now() < end && stops === counts.stops && moved === session) {
      await run(() => platform.advanceTo(Math.min(clock.now() + STEP_MS, end)));
    }
    if (counts.busy === 1) passing = null;
  };
  const begin = async (beginning: Beginning, seed: number): Promise<void> => {
    if (beginning === 'day' && playDay === undefined) throw new Refused('There is no day to play.');
    const old = session;
    const sandbox = await createSandbox(seed);
    const events = recordEvents(sandbox);
    if (beginning === 'day') await playDay?.(sandbox, seed);
    session = startSession(sandbox, { events, seed });
    counts.resets += 1;
    await old.sandbox.stop();
  };

  return {
    hasDay: playDay !== undefined,
    session: () => session,
    isBusy: () => counts.busy > 0,
    passing: () => passing,
    revision: () => counts.revision,
    moves: () => counts.moves,
    resets: () => counts.resets,
    run,
    advance: (ms) => busily(() => advanceBySteps(ms)),
    stopClock: () => {
      counts.stops += 1;
    },
    reset: (beginning, seed) => {
      counts.stops += 1;
      return busily(() => queue.add(() => begin(beginning, seed)));
    },
    stop: () => session.sandbox.stop(),
  };
}

/** Runs tasks one after the other, in order. */
interface CommandQueue {
  add<T>(work: () => T | Promise<T>): Promise<T>;
}

/** Creates an empty queue; a failing task does not stop those after it. */
function createCommandQueue(): CommandQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (work) => {
      const result = last.then(() => work());
      last = result.catch(() => undefined);
      return result;
    },
  };
}
