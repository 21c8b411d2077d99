import { armEvents, bringTogether } from './nemesis/event-faults';
import { armPlatform } from './nemesis/platform-faults';
import { endStorm, injectFault } from './nemesis/inject-fault';
import { injectKind } from './nemesis/inject-kind';
import { doRandomAction, isNight, openHelpdesk } from './helpdesk/random-actions';
import { resolveFinally, lookAtPage } from './person/resolve-held';
import { changeKey } from './person/change-key';
import { nameAll, openTicketPage } from './person/tell-names';
import { HOUR, MINUTE } from './time';
import type { Appointment, ChaosWorld } from './world';

/** Nights have this fraction of a day's actions. */
const NIGHT_FACTOR = 10;
const LOOK_EVERY_MS = 80 * MINUTE;
/**
 * After the storm everything runs for this time; then the platform mostly sleeps, which shortens the simulation of two
 * days.
 */
const AWAKE_MS = HOUR;
const QUIET_MS = 50 * HOUR;
const SLEEP_MS = 9 * HOUR;
const WAKE_MS = 30 * MINUTE;

/** A recurring action at times of its own. */
interface Source {
  next: number;
  readonly happen: () => void | Promise<void>;
  readonly gapMs: () => number;
}

/** Inspects the world from time to time. */
export type Look = (world: ChaosWorld) => void;

function earliest(appointments: readonly Appointment[]): Appointment | undefined {
  return appointments.reduce<Appointment | undefined>(
    (first, other) => (first === undefined || other.at < first.at ? other : first),
    undefined,
  );
}

function keepEarliest(list: Appointment[], until: number): Appointment | null {
  const first = earliest(list);
  if (first === undefined || first.at > until) return null;
  list.splice(list.indexOf(first), 1);
  return first;
}

function nextAppointment(world: ChaosWorld, until: number): Appointment | null {
  const ending = earliest(world.endings);
  const appointment = earliest(world.appointments);
  const list = (ending?.at ?? Infinity) < (appointment?.at ?? Infinity) ? world.endings : world.appointments;
  return keepEarliest(list, until);
}

/** Advances the time and runs all appointments in it. */
export async function passTime(world: ChaosWorld, until: number): Promise<void> {
  const { platform } = world.sandbox;
  for (let due = nextAppointment(world, until); due !== null; due = nextAppointment(world, until)) {
    await platform.advanceTo(due.at);
    await due.keep();
  }
  await platform.advanceTo(until);
}

function sourcesOf(world: ChaosWorld, look: Look): readonly Source[] {
  const { plan, helpdesk, nemesis, people, extras, live } = world;
  const helpdeskGap = (): number =>
    helpdesk.gap(plan.helpdeskEveryMs * (isNight(world.now()) && plan.mode !== 'weekend' ? NIGHT_FACTOR : 1));
  const sources = [
    { happen: () => doRandomAction(world), gapMs: helpdeskGap },
    { happen: () => injectFault(world), gapMs: () => nemesis.gap(plan.nemesisEveryMs) },
    { happen: () => lookAtPage(world), gapMs: () => people.gap(plan.peopleEveryMs) },
    { happen: () => injectKind(world), gapMs: () => extras.gap(plan.kindEveryMs) },
    { happen: () => openTicketPage(world), gapMs: () => live.gap(plan.ticketPageEveryMs) },
    { happen: () => changeKey(world), gapMs: () => live.gap(plan.keyEveryMs) },
    { happen: () => look(world), gapMs: () => people.gap(LOOK_EVERY_MS) },
  ];
  return sources.map((source) => ({ ...source, next: world.now() + source.gapMs() }));
}

/** Plays the storm to its end. */
export async function playStorm(world: ChaosWorld, look: Look): Promise<void> {
  openHelpdesk(world);
  armEvents(world);
  armPlatform(world);
  const endsAt = world.now() + world.plan.stormMs;
  const sources = sourcesOf(world, look);
  for (;;) {
    const [source] = [...sources].sort((a, b) => a.next - b.next);
    if (source === undefined || source.next > endsAt) break;
    await passTime(world, Math.max(world.now(), source.next));
    await source.happen();
    source.next = world.now() + source.gapMs();
  }
  await passTime(world, Math.max(world.now(), endsAt));
  await endStorm(world);
}

/** Opens the page and resolves what is held. */
async function openPage(world: ChaosWorld): Promise<void> {
  await (world.plan.key === 'always' ? world.call('getOverview') : nameAll(world));
  if (world.plan.decidesAtTheEnd) await resolveFinally(world);
}

/** Plays two days without faults, in which everything is found. */
export async function playQuiet(world: ChaosWorld, look: Look): Promise<void> {
  const endsAt = world.now() + QUIET_MS;
  for (let hours = 0; hours < AWAKE_MS / HOUR; hours += 1) {
    await passTime(world, world.now() + HOUR);
    await openPage(world);
  }
  while (world.now() < endsAt) {
    await passTime(world, world.now() + WAKE_MS);
    await openPage(world);
    look(world);
    world.sandbox.clock.advanceTo(world.now() + SLEEP_MS);
  }
  await bringTogether(world, false);
  await passTime(world, world.now() + HOUR);
}
