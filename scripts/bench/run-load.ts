import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { compare } from '../../sandbox/oracle/compare';
import type { Comparison } from '../../sandbox/oracle/comparison';
import { truth } from '../../sandbox/oracle/truth';
import { install, type Design } from './design';
import { percentile, type Delay, type Figures } from './figures';
import { drawLoad, type Load } from './load';
import { createWatch, type Seen, type Watch } from './watch';

const MINUTE_MS = 60_000;
/** The figures are taken this long after the load. */
const AFTERWARDS_MINUTES = 15;
/** How long a contact may take to arrive: the app searches for unrecorded contacts during a day. */
const MAX_DELAY_MINUTES = 26 * 60;
const STEP_MINUTES = 5;
/** Before the load: half an hour in which little comes in, so that the figures are not those of the first minutes. */
const WARM_UP: Load = { perMinute: 1, minutes: 30 };
/** A contact may be named any time before it is accepted. */
const NAMED_WITHIN_MS = MAX_DELAY_MINUTES * MINUTE_MS;

interface Bench {
  readonly sandbox: Sandbox;
  readonly watch: Watch;
  readonly load: Load;
  readonly installedAt: number;
  /** When the measured load began; what was used before does not count. */
  readonly startedAt: number;
  readonly used: Usage;
}

type Usage = ReturnType<Sandbox['platform']['usage']>;

function compareNow({ sandbox, installedAt }: Bench): Comparison {
  const options = { cutOver: installedAt, namedWithinMs: NAMED_WITHIN_MS };
  return compare(truth(sandbox.freshdesk.helpdesk, options), sandbox.injixo.receipts);
}

/** injixo's receipts of the load's contacts, without those of the warm-up. */
function receiptsOf({ sandbox, startedAt }: Bench) {
  return sandbox.injixo.receipts
    .map(({ at, timestamp }) => ({ at, dated: Date.parse(timestamp) }))
    .filter(({ dated }) => dated >= Math.floor(startedAt / 1000) * 1000);
}

async function advance({ sandbox, watch }: Bench, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    await sandbox.platform.advance(MINUTE_MS);
    watch.look();
  }
}

async function play(
  { sandbox, load, startedAt, watch }: Omit<Bench, 'used' | 'installedAt'>,
  seed: number,
): Promise<void> {
  const endsAfterMs = load.minutes * MINUTE_MS;
  let played = 0;
  for (const { afterMs, act } of drawLoad(sandbox.freshdesk, load, seed)) {
    await sandbox.platform.advanceTo(startedAt + afterMs);
    act();
    played += 1;
    if (played % 100 === 0) watch.look();
  }
  await sandbox.platform.advanceTo(startedAt + endsAfterMs);
}

/**
 * Waits until everything is accepted; returns the minutes, or null if it never was. Compares only after new receipts.
 */
async function drain(bench: Bench): Promise<number | null> {
  const { receipts } = bench.sandbox.injixo;
  let seen = -1;
  for (let minutes = AFTERWARDS_MINUTES; minutes <= MAX_DELAY_MINUTES; minutes += STEP_MINUTES) {
    if (receipts.length > seen && compareNow(bench).lost === 0) return minutesToLast(bench);
    seen = receipts.length;
    await advance(bench, STEP_MINUTES);
  }
  return null;
}

function minutesToLast({ sandbox, startedAt, load }: Bench): number {
  const lastAt = sandbox.injixo.receipts.at(-1)?.at ?? startedAt;
  return Math.max(0, Math.ceil((lastAt - startedAt) / MINUTE_MS - load.minutes));
}

type Measured = Pick<
  Figures,
  | 'kvPerContact'
  | 'entityPerContact'
  | 'schedulePerContact'
  | 'freshdeskPerContact'
  | 'creditsPerContact'
  | 'injixoPerContact'
  | 'acceptedInTime'
>;

function measure(bench: Bench, seen: Seen): Measured {
  const { kv, entity, schedule } = bench.sandbox.platform.usage();
  const acceptedInTime = receiptsOf(bench).length;
  const perContact = (count: number): number => count / Math.max(1, acceptedInTime);
  return {
    acceptedInTime,
    kvPerContact: perContact(kv.calls - bench.used.kv.calls),
    entityPerContact: perContact(entity.calls - bench.used.entity.calls),
    schedulePerContact: perContact(schedule.calls - bench.used.schedule.calls),
    freshdeskPerContact: perContact(seen.freshdeskCalls),
    creditsPerContact: perContact(seen.freshdeskCredits),
    injixoPerContact: perContact(seen.injixoRequests),
  };
}

function delayOf(delays: readonly number[]): Delay {
  return { median: percentile(delays, 0.5), highest99th: percentile(delays, 0.99) };
}

const THIRDS = [0, 1, 2];

function delaysOf(bench: Bench): Pick<Figures, 'delayMedian' | 'delay99th' | 'thirds'> {
  const { startedAt, load } = bench;
  const contacts = receiptsOf(bench).map(({ at, dated }) => ({
    third: Math.floor(((dated - startedAt) / MINUTE_MS / load.minutes) * THIRDS.length),
    delay: (at - dated) / 1000,
  }));
  const all = delayOf(contacts.map(({ delay }) => delay));
  const thirds = THIRDS.map((wanted) =>
    delayOf(contacts.filter(({ third }) => third === wanted).map(({ delay }) => delay)),
  );
  return { delayMedian: all.median, delay99th: all.highest99th, thirds };
}

/** The number of repaired contacts reported by the app; the naive design reports nothing. */
function repairedIn({ platform }: Sandbox): number {
  const note = platform.stores().keyValues['in_flight'] as { readonly repaired?: number } | undefined;
  return note?.repaired ?? 0;
}

async function figuresOf(bench: Bench, seed: number): Promise<Figures> {
  await play(bench, seed);
  await advance(bench, AFTERWARDS_MINUTES);
  const measured = measure(bench, bench.watch.look());
  const { lost: stillWaiting } = compareNow(bench);
  const drainedAfterMinutes = await drain(bench);
  const { contacts: all, lost, doubled, wrongQueue } = compareNow(bench);
  const contacts = all - WARM_UP.perMinute * WARM_UP.minutes;
  const { kv, entity } = bench.sandbox.platform.usage();
  const { refusedCreates, refusedByFreshdesk } = bench.watch.look();
  return {
    minutes: bench.load.minutes,
    ...{ contacts, lost, doubled, wrongQueue, stillWaiting, drainedAfterMinutes },
    ...measured,
    ...{ kvHighWater: kv.highWater, entityHighWater: entity.highWater, refusedCreates, refusedByFreshdesk },
    ...delaysOf(bench),
    repaired: repairedIn(bench.sandbox),
  };
}

/** Plays one load on one design, in its own sandbox with the documented limits. */
export async function runLoad(design: Design, load: Load, seed: number): Promise<Figures> {
  const sandbox = await createSandbox({ packageDir: design.packageDir, seed });
  try {
    const installedAt = sandbox.clock.now();
    await install(design, sandbox);
    const warmUp = { sandbox, watch: createWatch(sandbox), load: WARM_UP, startedAt: sandbox.clock.now() };
    await play(warmUp, seed);
    const now = { startedAt: sandbox.clock.now(), used: sandbox.platform.usage() };
    return await figuresOf({ sandbox, watch: createWatch(sandbox), load, installedAt, ...now }, seed);
  } finally {
    await sandbox.stop();
  }
}
