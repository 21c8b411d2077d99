import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import type { ProductEvent } from '../../sandbox/platform/faults';
import { install, THE_APP } from './design';
import { percentile } from './figures';

const EVENTS = 150;
const ROUNDS = 7;
const TICK = 'injixo-connect-tick';
/** Contacts are due after a minute. Before the sandbox's own next tick, so that the fired run finds them. */
const SETTLED_MS = 70_000;
/** Long enough for everything to be sent, and not a multiple of the tick interval. */
const QUIET_MS = 620_000;

/** Times of the app's code on this machine in milliseconds, including the sandbox's own work. */
export interface RealTimes {
  /** Loading the package: for the first time in a process, and the median of later ones. */
  readonly firstLoad: number;
  readonly load: number;
  /** Medians of one invocation each. */
  readonly eventHandler: number;
  readonly idleRun: number;
  readonly busyRun: number;
  /** The contacts that a busy run sends. */
  readonly contactsOfBusyRun: number;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const startedAt = performance.now();
  const value = await work();
  return [performance.now() - startedAt, value];
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

async function timeLoads(): Promise<Pick<RealTimes, 'firstLoad' | 'load'>> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [ms, sandbox] = await timed(() =>
      createSandbox({ packageDir: THE_APP.packageDir, hasFreshContexts: true }),
    );
    times.push(ms);
    await sandbox.stop();
  }
  return { firstLoad: times[0] ?? 0, load: median(times.slice(1)) };
}

/** Collects events and withholds them from the app. */
function keepEvents({ freshdesk, platform }: Sandbox): ProductEvent[] {
  const kept: ProductEvent[] = [];
  platform.faults.events.plan = (event) => {
    kept.push(event);
    return [];
  };
  freshdesk.actions.createGroup('Sales');
  return kept;
}

async function timeEvents(sandbox: Sandbox): Promise<readonly number[]> {
  const kept = keepEvents(sandbox);
  const [groupId = null] = sandbox.freshdesk.helpdesk.groups.keys();
  const times: number[] = [];
  for (let turn = 0; turn < EVENTS; turn += 1) sandbox.freshdesk.actions.createTicket({ groupId });
  for (const event of kept) times.push((await timed(() => sandbox.platform.deliver(event)))[0]);
  return times;
}

/** The duration of a run and the number of contacts it sent. */
interface TimedRun {
  readonly ms: number;
  readonly sent: number;
}

async function timeRun({ platform, injixo }: Sandbox, afterMs: number): Promise<TimedRun> {
  await platform.advance(afterMs);
  const before = injixo.receipts.length;
  const [ms] = await timed(() => platform.fireSchedule(TICK));
  return { ms, sent: injixo.receipts.length - before };
}

async function timeInvocations(sandbox: Sandbox): Promise<Omit<RealTimes, 'firstLoad' | 'load'>> {
  const events: number[] = [];
  const runs: TimedRun[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    events.push(...(await timeEvents(sandbox)));
    runs.push(await timeRun(sandbox, SETTLED_MS), await timeRun(sandbox, QUIET_MS));
  }
  const busy = runs.filter(({ sent }) => sent > 0);
  const idle = runs.filter(({ sent }) => sent === 0);
  return {
    eventHandler: median(events),
    busyRun: median(busy.map(({ ms }) => ms)),
    contactsOfBusyRun: median(busy.map(({ sent }) => sent)),
    idleRun: median(idle.map(({ ms }) => ms)),
  };
}

/** Measures one operation after the other; must run before anything else in the process. */
export async function measureRealTimes(): Promise<RealTimes> {
  const loads = await timeLoads();
  const sandbox = await createSandbox({ packageDir: THE_APP.packageDir, hasFreshContexts: true });
  try {
    await install(THE_APP, sandbox);
    return { ...loads, ...(await timeInvocations(sandbox)) };
  } finally {
    await sandbox.stop();
  }
}
